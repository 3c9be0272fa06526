//! Reading the file of a form.

use super::problem::{FORM_BYTES_MAX, Problem, Reason};
use super::shape::Form;
use toml::de::DeTable;

/// Reads the file of a form.
///
/// # Errors
/// Every problem found, in the order of the lines.
pub fn load(_file_name: &str, text: &str) -> Result<Form, Vec<Problem>> {
    let problem = |what| vec![Problem { line: 1, field: String::new(), what }];
    if text.len() > FORM_BYTES_MAX {
        return Err(problem(Reason::FileTooLong));
    }
    let (_root, errors) = DeTable::parse_recoverable(text);
    let said = errors.first().map_or("not read yet", |error| error.message());
    Err(problem(Reason::NotToml(said.to_owned())))
}
