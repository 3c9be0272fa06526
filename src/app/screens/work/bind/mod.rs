//! Binders: from the answers of a working form to facts, and from what stands back to answers.

pub mod assessment;
pub mod filled;
pub mod give;
pub mod plan;
pub mod plan_facts;
pub mod triage;

use crate::app::screens::sheet::Purpose;

/// The form that is filled in for a purpose; `None` where a person chooses among several.
#[must_use]
pub const fn form_of(purpose: Purpose) -> Option<&'static str> {
    Some(match purpose {
        Purpose::Triage => triage::TRIAGE,
        Purpose::TriageDecision => triage::DECISION,
        Purpose::Inquiry(_) => triage::INQUIRY,
        Purpose::Informing(_) => triage::INFORMING,
        Purpose::AcuteFollowUp => triage::FOLLOW_UP,
        Purpose::Incident(_) => triage::INCIDENT,
        Purpose::PlanPart(_, _, section) => plan::form_of(section),
        Purpose::PlanAbout(_) => plan::ABOUT,
        Purpose::PlanWords(..) => plan::WORDS,
        Purpose::PlanSigning(..) => plan::SIGNING,
        Purpose::Assessment(..) => return None,
    })
}
