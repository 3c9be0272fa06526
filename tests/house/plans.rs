//! Plans and assessments on the desk: typed with keys, recorded as facts, folded, shown again.

mod golden_plans;
mod printing;
mod promises;
mod stage;
