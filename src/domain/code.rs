//! Codes of the national lists, as numbers. Their labels are dated data (`assets/policy`), reached
//! through `text::codes`; a code that our lists do not know is kept and shown as a number.
//!
//! Deliberately absent: closed enums for lists that change by decree.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);
    )+};
}

codes! {
    /// Reason for contact (NL: aanleiding), CBS list 01–09.
    Reason,
    /// Nature of the violence or abuse (NL: aard), CBS list 01–11.
    Nature,
    /// Capacity of the reporter or advice seeker (NL: hoedanigheid), CBS list 01–41.
    Capacity,
    /// Role of a person in a case (NL: jeugdzorgrol), JZR list.
    Role,
}

impl Role {
    /// The child the case is about (NL: jeugdige). `kind` (115) is the child *of* the youth.
    pub const YOUTH: Self = Self(301);
    /// The natural person who reported (NL: melder).
    pub const REPORTER: Self = Self(391);
    /// Someone who told something (NL: informant).
    pub const INFORMANT: Self = Self(392);

    /// Whether the disclosure rules for reporters apply (source: Uitvoeringsbesluit Wmo 4.1.8(3)).
    #[must_use]
    pub const fn is_protected_source(self) -> bool {
        matches!(self, Self::REPORTER | Self::INFORMANT)
    }
}

impl Capacity {
    /// Whether this is a professional (codes 01–20), for whom other disclosure rules hold than for
    /// a neighbour or relative (source: Uitvoeringsbesluit Wmo 4.1.8(3)).
    #[must_use]
    pub const fn is_professional(self) -> bool {
        self.0 >= 1 && self.0 <= 20
    }
}
