//! A report (NL: melding) as it was received, described aspect by aspect.
//!
//! The reporter stands apart: who reported is a fact of its own under a key of its own
//! ([`ReporterIdentity`]), because its disclosure follows rules of its own. Deliberately absent:
//! triage and its decision.

use super::code::{Capacity, Nature, Reason};
use super::id::PersonId;
use super::person::Answer;
use super::time::{Moment, PartialDate};

/// By which road a report came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// The national message standard (CORV).
    Corv,
    /// A file in our own JSON.
    Json,
    /// Telephone.
    Telephone,
    /// Face to face, at the desk.
    InPerson,
    /// Letter or mail.
    Written,
    /// Own initiative (NL: ambtshalve).
    OwnInitiative,
}

/// The message a report was read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceMessage {
    /// Root element or form name, for example `vtMeldingDi01`.
    pub message_type: String,
    /// Sending organisation (in practice a 20-digit OIN).
    pub organisation: String,
    /// Sending application.
    pub application: String,
    /// Reference, unique per sender; may be empty.
    pub reference: String,
    /// SHA-256 over the *content* of the message: equal for two spellings of one content.
    pub content_hash: [u8; 32],
    /// When the sender says it was sent; the precision is the sender's.
    pub sent_at: Option<Moment>,
}

/// Something about a report that needs a person's eye. None stops the report from coming in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// A BSN fails the eleven-test.
    BsnInvalid,
    /// A date that does not exist.
    DateImpossible,
    /// The message has no reference, so a duplicate cannot be recognised by it.
    ReferenceMissing,
    /// The reporter's own number of the report is missing.
    ReportNumberMissing,
    /// The time of the message is missing, impossible or lies in the future.
    SentAtImplausible,
    /// It carried control, bidi or hidden characters; the original is kept.
    HiddenCharacters,
    /// No child was named.
    NoChild,
    /// A person without any identifying detail.
    PersonUnknown,
    /// Nothing was told about what happened.
    NarrativeEmpty,
    /// A text was longer than a field holds; the whole text is in the kept original.
    TextShortened,
    /// This report came in on a case that was already open.
    FollowUp,
    /// The stalking screening says high.
    StalkingHigh,
}

/// When and where, as the reporter gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Day on which the reporter made the report.
    pub report_date: PartialDate,
    /// Day of the incident.
    pub incident_date: PartialDate,
    /// Place, free text.
    pub location: String,
    /// The reporter's own number of the report (police: BVH number); empty when none.
    pub report_number: String,
}

/// What was told. Facts and interpretation stand apart (domain.md C1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrative {
    /// What happened, when, and who saw it: the facts.
    pub incident: String,
    /// Why the reporter worries: the interpretation.
    pub concern: String,
    /// More information.
    pub additional: String,
    /// What the reporter asks for.
    pub request: String,
    /// Questions of the standard and their answers.
    pub questions: Vec<(String, String)>,
    /// Named extras, kept as they came.
    pub extras: Vec<(String, String)>,
}

/// What the report is about, in codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classification {
    /// Reasons for contact (one or more).
    pub reasons: Vec<Reason>,
    /// Natures.
    pub natures: Vec<Nature>,
    /// Capacity of the reporter.
    pub capacity: Option<Capacity>,
}

/// Circumstances that matter for safety, as told: free text, because "no" is rarely just no.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Weapons seen or known of.
    pub weapons: Option<Answer>,
    /// Children present at the incident.
    pub children_present: Option<Answer>,
    /// Temporary restraining order (NL: tijdelijk huisverbod).
    pub restraining_order: String,
    /// Arrest (NL: aanhouding).
    pub arrest: String,
    /// Charge (NL: aangifte).
    pub charge: String,
    /// Honour-related violence.
    pub honour: String,
    /// Help already present.
    pub existing_help: String,
    /// Earlier registrations.
    pub earlier_registrations: Vec<String>,
    /// Stalking screening (SASH) filled in.
    pub stalking_screened: Option<Answer>,
    /// Its level: `laag`, `matig`, `hoog`, or empty.
    pub stalking_level: String,
    /// The reporter wants it on the joint meeting's agenda.
    pub joint_meeting: Option<Answer>,
}

/// Who was told about this report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Informed {
    /// The person in the case, when recognised.
    pub person: Option<PersonId>,
    /// The name as given, when not recognised.
    pub name: String,
    /// How: `mondeling`, `schriftelijk`, `telefonisch`, `e-mail`, `onbenoemd`, or empty.
    pub manner: String,
    /// Whether the person reacted.
    pub reacted: Answer,
    /// Gist of the reaction.
    pub reaction: String,
    /// The day.
    pub date: PartialDate,
}

/// What the family was told, in general and per person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Informing {
    /// In general, when not per person.
    pub general: String,
    /// Per person.
    pub persons: Vec<Informed>,
    /// What we told the reporter about procedure and rights (Uitvoeringsbesluit Wmo 4.1.8(2)).
    pub told_reporter: String,
}

/// May the family know who reported? (Uitvoeringsbesluit Wmo 4.1.8(3))
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The reporter agreed that the family knows.
    Open,
    /// The family may not know; the ground in words.
    HiddenToFamily(String),
    /// Not asked yet: treated as hidden.
    NotAsked,
}

/// One aspect of a report. Each is a slot of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportAspect {
    /// [`ReportAspects::occasion`].
    Occasion,
    /// [`ReportAspects::narrative`].
    Narrative,
    /// [`ReportAspects::classification`].
    Classification,
    /// [`ReportAspects::circumstances`].
    Circumstances,
    /// [`ReportAspects::informing`].
    Informing,
    /// [`ReportAspects::disclosure`].
    Disclosure,
}

/// What one fact says about a report: only the aspects it speaks of are present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportAspects {
    /// When and where.
    pub occasion: Option<Occasion>,
    /// What was told.
    pub narrative: Option<Narrative>,
    /// In codes.
    pub classification: Option<Classification>,
    /// Circumstances that matter for safety.
    pub circumstances: Option<Circumstances>,
    /// Who was told what.
    pub informing: Option<Informing>,
    /// May the family know who reported?
    pub disclosure: Option<Disclosure>,
}

impl ReportAspects {
    /// The aspects spoken of, in their fixed order.
    #[must_use]
    pub fn present(&self) -> Vec<ReportAspect> {
        let all = [
            (self.occasion.is_some(), ReportAspect::Occasion),
            (self.narrative.is_some(), ReportAspect::Narrative),
            (self.classification.is_some(), ReportAspect::Classification),
            (self.circumstances.is_some(), ReportAspect::Circumstances),
            (self.informing.is_some(), ReportAspect::Informing),
            (self.disclosure.is_some(), ReportAspect::Disclosure),
        ];
        all.into_iter().filter_map(|(is, aspect)| is.then_some(aspect)).collect()
    }
}

/// Who reported (NL: melder). Kept under a key of its own from the first day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReporterIdentity {
    /// Organisation; empty for a private person.
    pub organisation: String,
    /// Its code in the sender's lists.
    pub code: String,
    /// Register numbers as `name: number` (RSIN, KvK, branch).
    pub numbers: Vec<String>,
    /// Name of the person to ask for more.
    pub contact_name: String,
    /// Department.
    pub department: String,
    /// Mail addresses.
    pub mails: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
}
