//! Plans and assessments on the desk: typed with keys, recorded as facts, folded, shown again.

mod golden_plans;
mod promises;
mod stage;
