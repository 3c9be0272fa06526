//! A plan or a letter on paper, from the workstation: written to a file of its own.
//!
//! Deliberately absent: what stands on it (`document::paper`), and writing over a file that is
//! there.

use super::Desk;
use crate::app::effect::{LetterTo, PaperAsked, PaperSecret, PaperTells, PaperWhat};
use crate::app::message::{Message, Unprinted};
use crate::document::paper::guard::{self, Leak};
use crate::document::paper::letter::{self, Details, LetterFault, LetterKind, Recipient};
use crate::document::paper::model::Paper;
use crate::document::paper::plan::{self, Asked, PlanFault, Wanted};
use crate::domain::case::Case;
use crate::domain::id::PlanId;
use crate::domain::time::Day;
use crate::journal::Journal;
use crate::shell::paper_file;
use crate::shell::station::faults;
use crate::text::{Key as Words, Text};
use std::io;
use std::path::{Path, PathBuf};

/// Who writes, and when.
struct Writer {
    organisation: String,
    name: String,
    day: Day,
    text: Text,
}

impl Desk {
    /// Writes the paper and says where it is, or why it is not.
    pub(super) fn print(&mut self, asked: &PaperAsked) {
        let path = file(&asked.path);
        let problem = self.write_paper(asked, &path).err();
        let path = path.to_string_lossy().into_owned();
        self.tell(Message::Printed { path, problem });
    }

    fn write_paper(&mut self, asked: &PaperAsked, path: &Path) -> Result<(), Unprinted> {
        let day = self.now().day();
        let refused = Unprinted::Refused;
        let Some(journal) = self.journal() else { return Err(refused(Words::PrintNoCase)) };
        let found = journal.case(asked.case).map_err(|fault| refused(faults::words(&fault)))?;
        let case = found.ok_or(refused(Words::PrintNoCase))?;
        let writer = Writer::of(journal, day, Text::new(asked.lang));
        let paper = match asked.what {
            PaperWhat::Plan { plan, version } => plan_paper(&case, plan, version, &writer),
            PaperWhat::Letter(to) => letter_paper(&case, to, &writer),
        };
        let paper = paper.map_err(refused)?;
        look(&paper, &case, asked)?;
        let bytes = paper_file::bytes(asked.form, &paper, asked.large);
        let bytes = bytes.map_err(|_| refused(Words::PaperPdfFailed))?;
        paper_file::write(path, &bytes, false).map_err(|fault| match fault.kind() {
            io::ErrorKind::AlreadyExists => refused(Words::PrintFileExists),
            _other => refused(Words::PrintFileFailed),
        })
    }
}

impl Writer {
    fn of(journal: &Journal, day: Day, text: Text) -> Self {
        let me = journal.me();
        let name = journal.staff().into_iter().find(|(id, _, _)| *id == me);
        let name = name.map(|(_, name, _)| name).unwrap_or_default();
        Self { organisation: journal.station().organisation.clone(), name, day, text }
    }
}

fn plan_paper(
    case: &Case,
    plan: PlanId,
    version: Option<u16>,
    writer: &Writer,
) -> Result<Paper, Words> {
    let wanted = version.map_or(Wanted::Working, Wanted::Version);
    let wish = Asked { plan, wanted, from: &writer.organisation, day: writer.day };
    let reading = plan::reading(case, wish, &writer.text).map_err(|fault| match fault {
        PlanFault::NoPlan | PlanFault::NoVersion => Words::PrintNoPlan,
        PlanFault::Disputed => Words::PaperVersionDisputed,
        PlanFault::NotWhole => Words::PaperNotWhole,
    })?;
    Ok(plan::paper(&reading, writer.day, &writer.text))
}

fn letter_paper(case: &Case, to: LetterTo, writer: &Writer) -> Result<Paper, Words> {
    let (kind, recipient) = match to {
        LetterTo::Invitation(person) => (LetterKind::Invitation, Recipient::Person(person)),
        LetterTo::OutcomeParents(person) => (LetterKind::OutcomeParents, Recipient::Person(person)),
        LetterTo::OutcomeReporter(report) => {
            (LetterKind::OutcomeReporter, Recipient::Reporter(report))
        }
    };
    // Day, place and telephone of a talk are left to write on.
    let details =
        Details { from: &writer.organisation, worker: &writer.name, ..Details::default() };
    let filling = letter::letter(case, kind, recipient, details, &writer.text);
    let filling = filling.map_err(|fault| match fault {
        LetterFault::NoPerson => Words::PrintNoPerson,
        LetterFault::NotForThem => Words::PaperNotForThem,
        LetterFault::NotDecided => Words::PaperNotDecided,
        LetterFault::Disputed => Words::PaperDecisionDisputed,
        LetterFault::ReporterUnknown => Words::PaperReporterUnknown,
    })?;
    Ok(letter::paper(kind, &filling, writer.day, &writer.text))
}

/// Looks at the paper for the last time. What a person read and lets stand does not stop it; what
/// came on it since does.
fn look(paper: &Paper, case: &Case, asked: &PaperAsked) -> Result<(), Unprinted> {
    if let PaperWhat::Letter(LetterTo::OutcomeReporter(_)) = asked.what {
        // It names the reporter, to whom it goes; nothing of the family is on it.
        return Ok(());
    }
    let told = guard::found(paper, case).into_iter().map(|found| PaperTells {
        secret: match found.leak {
            Leak::Reporter => PaperSecret::Reporter,
            Leak::ShieldedAddress => PaperSecret::ShieldedAddress,
        },
        section: found.section.as_str().to_owned(),
    });
    let told: Vec<PaperTells> = told.collect();
    if told.iter().all(|told| asked.read.contains(told)) {
        return Ok(());
    }
    Err(Unprinted::Tells(told))
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
