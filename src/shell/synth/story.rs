//! Invented stories. Data for courses and tests, in the language of the work; not screen text.

use super::Chance;

/// Immediate actions.
pub const ACTIONS: [&str; 4] = [
    "Huisbezoek samen met de politie, vader verlaat de woning",
    "Moeder en kinderen naar de opvang gebracht",
    "Kind blijft vannacht bij oma; arts kijkt morgen naar het letsel",
    "Spoedhulp gebeld, eerste gesprek binnen twee uur",
];

/// Why a case ended.
pub const CLOSINGS: [&str; 3] = [
    "Veilig genoeg; het wijkteam kijkt mee en heeft dat bevestigd.",
    "Overgedragen en geaccepteerd, afspraken vastgelegd.",
    "Monitor na twaalf maanden: het gaat goed.",
];

/// Notes.
pub const NOTES: [&str; 5] = [
    "School gebeld: het kind was er vandaag en zag er moe uit.",
    "Moeder teruggebeld. Zij wil graag dat er iemand komt praten.",
    "Huisarts heeft geen eerdere zorgen gehoord.",
    "Geen gehoor bij vader. Morgen opnieuw proberen na 17.00 uur.",
    "Buurvrouw vertelt dat het gisteren rustig was.",
];

/// Help already present.
pub const HELP: [&str; 4] = [
    "Geen bekend.",
    "Gesprekken bij de praktijkondersteuner.",
    "Wijkteam sinds maart, een keer per maand.",
    "Opvoedondersteuning is vorig jaar gestopt.",
];

/// Why the reporter worries.
pub const CONCERNS: [&str; 4] = [
    "Het is niet de eerste keer en de kinderen zijn er steeds bij.",
    "Het kind is bang om naar huis te gaan.",
    "Er is weinig toezicht en het jongste kind is vaak alleen.",
    "De ouders praten niet meer met elkaar, alles loopt via de kinderen.",
];

const OPENINGS: [&str; 4] = [
    "Om 20.35 uur hoorden de buren een man en een vrouw schreeuwen.",
    "Tijdens de gymles zag de leerkracht blauwe plekken op beide armen.",
    "Het consultatiebureau ziet dat het jongste kind niet groeit.",
    "Bij de overdracht op het schoolplein liep een ruzie uit de hand.",
];
const MIDDLES: [&str; 4] = [
    "Het oudste kind zat op de trap en heeft alles gehoord.",
    "Het kind zei: \"Ik mag het niet vertellen.\"",
    "De woning was koud en er was weinig eten in huis.",
    "Een ouder had zichtbaar gedronken en kon de kinderen niet naar bed brengen.",
];
const ENDINGS: [&str; 3] = [
    "Wij hebben met beide ouders gesproken over deze melding.",
    "Het kind is apart gesproken door een collega.",
    "De ouders willen eerst met de huisarts overleggen.",
];

/// What happened: three sentences.
pub fn incident(chance: &mut Chance) -> String {
    let parts = [chance.pick(&OPENINGS), chance.pick(&MIDDLES), chance.pick(&ENDINGS)];
    parts.join("\n\n")
}

/// Why a decision or conclusion was taken.
pub const REASONS: &str = "Er is geweld waar de kinderen bij zijn. De ouders willen hulp, maar \
                           maken het klein. De kinderen zijn gesproken en zijn bang.";

/// What children said.
pub const CHILD_WORDS: [&str; 3] = [
    "\"Ik hoop dat papa en mama ophouden met schreeuwen.\"",
    "Speelt rustig, schrikt van harde geluiden.",
    "\"Bij oma is het altijd fijn.\"",
];

/// The situation a plan begins with.
pub const SITUATION: &str = "De politie is drie keer geweest na ruzie. De kinderen waren thuis. \
                             Moeder en vader willen dat het stopt.";

/// What a family says itself.
pub const FAMILY_WORDS: &str = "Wij willen dat de kinderen weer rustig slapen. Dat doen we samen \
                                met oma.";
