//! What holds for plans and assessments.
