//! Binders: from the answers of a working form to facts, and from what stands back to answers.

pub mod assessment;
pub mod filled;
pub mod give;
pub mod plan;
pub mod plan_facts;
pub mod triage;
