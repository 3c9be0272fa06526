//! The questions of the contact form, in the order of a conversation, and the kinds of contact.
//!
//! Each question has a name that stands in drafts, so names never change.

use crate::app::field::Wording;
use crate::text::Key;

/// What somebody called for (NL: soort contact).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// A report (NL: melding).
    Report,
    /// An advice request (NL: adviesvraag).
    Advice,
    /// Something added to a known case (NL: aanvulling).
    Addition,
    /// A question.
    Question,
    /// Somebody who needs another desk.
    NotForUs,
}

impl ContactKind {
    /// All kinds, in the order of their digit.
    pub const ALL: [Self; 5] =
        [Self::Report, Self::Advice, Self::Addition, Self::Question, Self::NotForUs];

    /// Its words.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Report => Key::ContactKindReport,
            Self::Advice => Key::ContactKindAdvice,
            Self::Addition => Key::ContactKindAddition,
            Self::Question => Key::ContactKindQuestion,
            Self::NotForUs => Key::ContactKindNotForUs,
        }
    }

    /// Its digit, as picked in the form and kept in a draft.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Self::Report => 1,
            Self::Advice => 2,
            Self::Addition => 3,
            Self::Question => 4,
            Self::NotForUs => 5,
        }
    }

    /// The kind with this digit.
    #[must_use]
    pub fn from_code(code: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The next kind, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        Self::from_code(self.code() % 5 + 1).unwrap_or(Self::Report)
    }
}

macro_rules! asks {
    ($(#[$doc:meta])* $enum:ident { $($variant:ident = $name:literal => $key:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $enum {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl $enum {
            /// Every question, in its fixed order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in a draft.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The question in words.
            #[must_use]
            pub const fn label(self) -> Key {
                match self { $(Self::$variant => Key::$key,)* }
            }

            /// The question with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|ask| ask.name() == name)
            }
        }
    };
}

asks! {
    /// Questions that are asked once.
    Once {
        Kind = "kind" => ContactKind,
        Acute = "acute" => ContactAcute,
        ActionWhat = "action-what" => ContactActionWhat,
        ActionWho = "action-who" => ContactActionWho,
        ActionWhen = "action-when" => ContactActionWhen,
        Incident = "incident" => ContactIncident,
        Concern = "concern" => ContactConcern,
        Request = "request" => ContactRequest,
        Additional = "additional" => ContactAdditional,
        Place = "place" => ContactPlace,
        IncidentDate = "incident-date" => ContactIncidentDate,
        ReporterName = "reporter-name" => ContactReporterName,
        ReporterOrganisation = "reporter-organisation" => ContactReporterOrganisation,
        ReporterDepartment = "reporter-department" => ContactReporterDepartment,
        ReporterPhone = "reporter-phone" => ContactReporterPhone,
        ReporterMail = "reporter-mail" => ContactReporterMail,
        Capacity = "capacity" => ContactCapacity,
        Disclosure = "disclosure" => ContactDisclosure,
        DisclosureGround = "disclosure-ground" => ContactDisclosureGround,
        ToldFamily = "told-family" => ContactToldFamily,
        ToldReporter = "told-reporter" => ContactToldReporter,
        Reasons = "reasons" => ContactReasons,
        Natures = "natures" => ContactNatures,
        Weapons = "weapons" => ContactWeapons,
        ChildrenPresent = "children-present" => ContactChildrenPresent,
        ExistingHelp = "help" => ContactHelp,
        Earlier = "earlier" => ContactEarlier,
        Restraining = "restraining" => ContactRestraining,
        Arrest = "arrest" => ContactArrest,
        Charge = "charge" => ContactCharge,
        Honour = "honour" => ContactHonour,
        Stalking = "stalking" => ContactStalking,
        StalkingLevel = "stalking-level" => ContactStalkingLevel,
        Meeting = "meeting" => ContactMeeting,
        Day = "day" => ContactDay,
        Time = "time" => ContactTime,
        Channel = "channel" => ContactChannel,
        ReportDate = "report-date" => ContactReportDate,
        ReportNumber = "report-number" => ContactReportNumber,
        LinkedCase = "linked-case" => ContactLinkedCase,
        AdviceSteps = "advice-steps" => ContactAdviceSteps,
        Topic = "topic" => ContactTopic,
        KnownCase = "known-case" => ContactKnownCase,
        AdditionText = "addition-text" => ContactAdditionText,
        AddPerson = "add-person" => ContactAddPerson,
        AddRelation = "add-relation" => ContactAddRelation,
    }
}

asks! {
    /// Questions that are asked of each person.
    OfPerson {
        Role = "role" => PersonRole,
        First = "first" => PersonFirst,
        Prefix = "prefix" => PersonPrefix,
        Last = "last" => PersonLast,
        Sex = "sex" => PersonSex,
        Unborn = "unborn" => PersonBorn,
        Birth = "birth" => PersonBirth,
        Bsn = "bsn" => PersonBsn,
        BsnStatus = "bsn-status" => PersonBsnStatus,
        Part = "part" => PersonPart,
        Authority = "authority" => PersonAuthority,
        Street = "street" => PersonStreet,
        Number = "number" => PersonNumber,
        Postcode = "postcode" => PersonPostcode,
        City = "city" => PersonCity,
        Stays = "stays" => PersonStays,
        Shielded = "shielded" => PersonShielded,
        Phone = "phone" => PersonPhone,
        Mail = "mail" => PersonMail,
        SafeToCall = "safe-to-call" => PersonSafeToCall,
        School = "school" => PersonSchool,
        Doctor = "doctor" => PersonDoctor,
        Language = "language" => PersonLanguage,
        Interpreter = "interpreter" => PersonInterpreter,
        Nationality = "nationality" => PersonNationality,
        Died = "died" => PersonDied,
        Remark = "remark" => PersonRemark,
    }
}

asks! {
    /// Questions that are asked of each relation.
    OfRelation {
        From = "from" => RelationFrom,
        Text = "text" => RelationText,
        To = "to" => RelationOf,
        Role = "role" => RelationRole,
        Authority = "authority" => RelationAuthority,
        Household = "household" => RelationHousehold,
        Since = "since" => RelationSince,
        Until = "until" => RelationUntil,
        Source = "source" => RelationSource,
    }
}

/// A question of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// Asked once.
    Once(Once),
    /// Asked of the n-th person, from 0.
    Person(u8, OfPerson),
    /// Asked of the n-th relation, from 0.
    Relation(u8, OfRelation),
}

impl Ask {
    /// The name in a draft: `incident`, `person-1-first`, `relation-2-to`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Once(ask) => ask.name().into(),
            Self::Person(n, ask) => format!("person-{}-{}", u16::from(n) + 1, ask.name()),
            Self::Relation(n, ask) => format!("relation-{}-{}", u16::from(n) + 1, ask.name()),
        }
    }

    /// The question with this name; `None` for names of no question.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let numbered = |rest: &str| -> Option<(u8, String)> {
            let (n, ask) = rest.split_once('-')?;
            Some((n.parse::<u8>().ok()?.checked_sub(1)?, ask.to_owned()))
        };
        if let Some(rest) = name.strip_prefix("person-") {
            let (n, ask) = numbered(rest)?;
            return Some(Self::Person(n, OfPerson::from_name(&ask)?));
        }
        if let Some(rest) = name.strip_prefix("relation-") {
            let (n, ask) = numbered(rest)?;
            return Some(Self::Relation(n, OfRelation::from_name(&ask)?));
        }
        Once::from_name(name).map(Self::Once)
    }

    /// The question in words.
    #[must_use]
    pub const fn label(self) -> Key {
        match self {
            Self::Once(ask) => ask.label(),
            Self::Person(_, ask) => ask.label(),
            Self::Relation(_, ask) => ask.label(),
        }
    }

    /// The heading it stands under.
    #[must_use]
    pub fn section(self) -> Wording {
        let numbered = |key, n| Wording::Numbered(key, usize::from(n) + 1);
        match self {
            Self::Person(n, _) => numbered(Key::ContactPersonN, n),
            Self::Relation(n, _) => numbered(Key::ContactRelationN, n),
            Self::Once(ask) => Wording::Ours(section_of(ask)),
        }
    }
}

const fn section_of(ask: Once) -> Key {
    use Once as Q;
    match ask {
        Q::Kind => Key::ContactSectionStart,
        Q::Day | Q::Time | Q::Channel | Q::ReportDate | Q::ReportNumber | Q::LinkedCase => {
            Key::ContactSectionReceipt
        }
        Q::Acute | Q::ActionWhat | Q::ActionWho | Q::ActionWhen => Key::ContactSectionAcute,
        Q::Incident | Q::Concern | Q::Request | Q::Additional | Q::Place | Q::IncidentDate => {
            Key::ContactSectionStory
        }
        Q::ReporterName
        | Q::ReporterOrganisation
        | Q::ReporterDepartment
        | Q::ReporterPhone
        | Q::ReporterMail
        | Q::Capacity
        | Q::Disclosure
        | Q::DisclosureGround => Key::ContactSectionReporter,
        Q::ToldFamily | Q::ToldReporter => Key::ContactSectionInforming,
        Q::Reasons | Q::Natures => Key::ContactSectionCodes,
        Q::Weapons
        | Q::ChildrenPresent
        | Q::ExistingHelp
        | Q::Earlier
        | Q::Restraining
        | Q::Arrest
        | Q::Charge
        | Q::Honour
        | Q::Stalking
        | Q::StalkingLevel
        | Q::Meeting => Key::ContactSectionCircumstances,
        Q::AdviceSteps => Key::ContactSectionAdvice,
        Q::Topic => Key::ContactSectionAnswer,
        Q::KnownCase | Q::AdditionText => Key::ContactSectionAddition,
        Q::AddPerson | Q::AddRelation => Key::ContactSectionAdd,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_found_again_by_its_name() {
        let once = Once::ALL.iter().map(|ask| Ask::Once(*ask));
        let person = OfPerson::ALL.iter().map(|ask| Ask::Person(2, *ask));
        let relation = OfRelation::ALL.iter().map(|ask| Ask::Relation(0, *ask));
        for ask in once.chain(person).chain(relation) {
            assert_eq!(Ask::from_name(&ask.name()), Some(ask));
        }
        assert_eq!(Ask::from_name("person-0-first"), None);
        assert_eq!(Ask::from_name("nonsense"), None);
    }

    #[test]
    fn turning_goes_round_all_kinds() {
        let mut kind = ContactKind::Report;
        for _ in 0..5 {
            kind = kind.next();
        }
        assert_eq!(kind, ContactKind::Report);
    }
}
