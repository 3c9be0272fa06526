//! Identifiers. Each kind of thing has a type of its own, so that a person's id can never be
//! passed where a case's is asked. All are random except [`EventId`], which is a hash.
//!
//! Deliberately absent: how ids are drawn (randomness comes in from the shell) and any meaning in
//! their bytes: an id never tells a name, a number or a time.

use std::fmt;

/// Sixteen random bytes, drawn outside the domain.
pub type RandomBytes = [u8; 16];

macro_rules! random_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub RandomBytes);

        impl $name {
            /// Thirty-two lower-case hexadecimal digits.
            #[must_use]
            pub fn hex(&self) -> String {
                to_hex(&self.0)
            }

            /// Reads what [`Self::hex`] writes; `None` for anything else.
            #[must_use]
            pub fn from_hex(text: &str) -> Option<Self> {
                from_hex::<16>(text).map(Self)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), &self.hex()[..8])
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.hex())
            }
        }
    )+};
}

random_id! {
    /// The group of workstations that share one set of facts.
    WorkspaceId,
    /// A station that writes facts (NL: werkplek). One feed per origin.
    OriginId,
    /// A member of staff (NL: medewerker).
    StaffId,
    /// A case (NL: zaak, casus).
    CaseId,
    /// A report (NL: melding).
    ReportId,
    /// A person in a case (NL: betrokkene).
    PersonId,
    /// A relation between two persons.
    RelationId,
    /// A link, or suggested link, from this case to another.
    LinkId,
    /// A note or addition (NL: aantekening, aanvulling).
    NoteId,
    /// A question for information put to somebody (NL: informatieverzoek).
    InquiryId,
    /// A form that was filled in (NL: ingevuld formulier).
    SheetId,
    /// A safety plan or family plan (NL: veiligheidsplan, gezinsplan).
    PlanId,
    /// A part of a plan: a danger, an agreement, a member of the network.
    PartId,
    /// A significant event (NL: ingrijpende gebeurtenis).
    IncidentId,
}

/// The SHA-256 of an event's header bytes, which hold the hash of its payload.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub [u8; 32]);

impl EventId {
    /// What the first event of an incarnation names as its predecessor.
    pub const NONE: Self = Self([0; 32]);

    /// Sixty-four lower-case hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        to_hex(&self.0)
    }

    /// Reads what [`Self::hex`] writes; `None` for anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex::<32>(text).map(Self)
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({})", &self.hex()[..8])
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

/// Which life of a station wrote a fact: a restored backup starts the next one, so that a sequence
/// number is never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Incarnation(pub u32);

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]])
        .map(char::from)
        .collect()
}

/// Exactly `N` bytes from `2 * N` hexadecimal digits.
#[must_use]
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut out = [0; N];
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        let high = char::from(*pair.first()?).to_digit(16)?;
        let low = char::from(*pair.get(1)?).to_digit(16)?;
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_is_read_back_and_nothing_else_is() {
        let id = CaseId([7; 16]);
        assert_eq!(CaseId::from_hex(&id.hex()), Some(id));
        assert_eq!(CaseId::from_hex("07"), None);
        assert_eq!(CaseId::from_hex(&"zz".repeat(16)), None);
        assert_eq!(CaseId::from_hex(&"é".repeat(16)), None);
    }
}
