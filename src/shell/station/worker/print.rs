//! A plan on paper, from the workstation: written to a file of its own.
//!
//! Deliberately absent: what stands on it (`document::paper`), and writing over a file that is
//! there.

use super::Desk;
use crate::app::effect::{PaperAsked, PaperForm};
use crate::app::message::Message;
use crate::document::paper::guard::{self, Leak};
use crate::document::paper::plan::{self, Asked, PlanFault, Wanted};
use crate::shell::paper_file::{self, Form};
use crate::shell::station::faults;
use crate::text::{Key as Words, Text};
use std::io;
use std::path::PathBuf;

impl Desk {
    /// Writes the paper and says where it is, or why it is not.
    pub(super) fn print_plan(&mut self, asked: &PaperAsked) {
        let path = file(&asked.path);
        let problem = self.write_plan(asked, &path).err();
        let path = path.to_string_lossy().into_owned();
        self.tell(Message::Printed { path, problem });
    }

    fn write_plan(&mut self, asked: &PaperAsked, path: &std::path::Path) -> Result<(), Words> {
        let day = self.now().day();
        let Some(journal) = self.journal() else { return Err(Words::PrintNoPlan) };
        let found = journal.case(asked.case).map_err(|fault| faults::words(&fault))?;
        let from = journal.station().organisation.clone();
        let case = found.ok_or(Words::PrintNoPlan)?;
        let wanted = asked.version.map_or(Wanted::Working, Wanted::Version);
        let text = Text::new(asked.lang);
        let wish = Asked { plan: asked.plan, wanted, from: &from, day };
        let reading = plan::reading(&case, wish, &text).map_err(|fault| match fault {
            PlanFault::NoPlan | PlanFault::NoVersion => Words::PrintNoPlan,
            PlanFault::Disputed => Words::PaperVersionDisputed,
            PlanFault::NotWhole => Words::PaperNotWhole,
        })?;
        let paper = plan::paper(&reading, day, &text);
        match guard::leaks(&paper, &case).last() {
            None => {}
            Some(Leak::Reporter) => return Err(Words::PrintTellsReporter),
            Some(Leak::ShieldedAddress) => return Err(Words::PrintTellsAddress),
        }
        let form = match asked.form {
            PaperForm::Text => Form::Text,
            PaperForm::Html => Form::Html,
            PaperForm::Pdf => Form::Pdf,
        };
        let bytes = form.bytes(&paper, asked.large).map_err(|_| Words::PaperPdfFailed)?;
        paper_file::write(path, &bytes, false).map_err(|fault| match fault.kind() {
            io::ErrorKind::AlreadyExists => Words::PrintFileExists,
            _other => Words::PrintFileFailed,
        })
    }
}

/// The file that was typed: `~/` is the person's own directory, and what has no directory lies
/// where the program was started.
fn file(typed: &str) -> PathBuf {
    let home = || directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    let path = match typed.strip_prefix("~/") {
        Some(rest) => home().unwrap_or_default().join(rest),
        None => PathBuf::from(typed),
    };
    std::path::absolute(&path).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn a_file_is_told_with_its_whole_path() {
        assert!(file("plan.pdf").is_absolute());
        assert!(file("~/plan.pdf").is_absolute());
        assert!(!file("~/plan.pdf").to_string_lossy().contains('~'));
        assert_eq!(file("/a/plan.pdf"), std::path::Path::new("/a/plan.pdf"));
    }
}
