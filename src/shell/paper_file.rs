//! Writing a finished paper to a file of its own: for nobody else to read, and never over a file
//! that is there, unless that is asked for.
//!
//! Deliberately absent: printers.

use crate::app::effect::PaperForm;
use crate::document::paper::model::Paper;
use crate::document::paper::{html, pdf, text};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The bytes of a paper in a form.
///
/// # Errors
/// When a PDF cannot be made of it.
pub fn bytes(form: PaperForm, paper: &Paper, large: bool) -> Result<Vec<u8>, pdf::PdfFault> {
    match form {
        PaperForm::Text => Ok(text::write(paper).into_bytes()),
        PaperForm::Html => Ok(html::write(paper, large).into_bytes()),
        PaperForm::Pdf => pdf::write(paper, large),
    }
}

/// Writes a file that only this user can read. On an error nothing is left behind, and a file that
/// was there is as it was.
///
/// # Errors
/// `AlreadyExists` when there is a file and it may not be replaced; what the disk refuses.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> io::Result<()> {
    if !replace {
        return fresh(path, bytes);
    }
    let mut beside = path.file_name().unwrap_or_default().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(beside);
    fresh(&beside, bytes)?;
    fs::rename(&beside, path).inspect_err(|_| drop(fs::remove_file(&beside)))
}

fn fresh(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(fs::remove_file(path)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn a_file_that_is_there_is_replaced_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.txt");
        write(&path, b"one", false).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        let refused = write(&path, b"two", false).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        write(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
