//! The room `wire`.

pub mod deadline_json;
pub mod policy;
