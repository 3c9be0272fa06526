//! A made-up family of three children and its plans, as a reader may see them.

use beschermd::document::paper::plan::{ChangeLine, ChangeSort, Edition, Reading, Signed};
use beschermd::domain::id::PersonId;
use beschermd::domain::person::Answer;
use beschermd::domain::safety_plan::*;
use beschermd::domain::time::Day;
use std::collections::BTreeMap;

pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap()
}

pub fn today() -> Day {
    day(2026, 11, 24)
}

fn child(number: u8) -> PersonId {
    PersonId([number; 16])
}

fn dangers() -> Vec<PlanPart> {
    vec![
        PlanPart::Danger {
            text: "Papa heeft mama geslagen waar Zoë en Jörgen bij waren.".into(),
            goal: "Thuis slaat niemand. De kinderen hoeven niet meer bang te zijn als er ruzie is."
                .into(),
            scale_now: Some(3),
            scale_wanted: Some(8),
            item: None,
        },
        PlanPart::Danger {
            text: "Als mama drinkt, is er niemand die voor Ełła zorgt.".into(),
            goal: "Er is altijd een nuchtere volwassene bij Ełła.".into(),
            scale_now: Some(5),
            scale_wanted: Some(9),
            item: None,
        },
    ]
}

fn bottom_lines() -> Vec<PlanPart> {
    vec![
        PlanPart::BottomLine {
            text: "Papa slaapt niet thuis tot het gesprek van 8 december.".into(),
            minimum: "Elke nacht".into(),
            check: "Oma Gréta belt elke avond om 20.00 uur met mama.".into(),
            consequence: "Mama gaat met de kinderen naar oma. Het wijkteam belt Veilig Thuis."
                .into(),
        },
        PlanPart::BottomLine {
            text: "Wie op Ełła past, heeft niet gedronken.".into(),
            minimum: "Altijd".into(),
            check: "De kraamzorg komt elke ochtend langs. Tante Ünal komt elke avond.".into(),
            consequence: "Tante Ünal neemt Ełła mee naar haar huis.".into(),
        },
    ]
}

fn agreement(who: &str, what: &str, when: &str, checked_by: &str) -> PlanPart {
    PlanPart::Agreement {
        what: what.into(),
        who: who.into(),
        when: when.into(),
        checked_by: checked_by.into(),
    }
}

fn network(name: &str, role: &str, phone: &str, consents: Answer) -> PlanPart {
    PlanPart::NetworkMember {
        name: name.into(),
        role: role.into(),
        phone: phone.into(),
        consents: Some(consents),
    }
}

fn alarm(sign: &str, caller: &str, called: &str, number: &str) -> PlanPart {
    PlanPart::AlarmStep {
        sign: sign.into(),
        caller: caller.into(),
        called: called.into(),
        number: number.into(),
    }
}

fn agreements() -> Vec<PlanPart> {
    vec![
        agreement("Papa", "slaapt bij oom Søren", "tot 8 december", "oom Søren"),
        agreement("Mama", "gaat naar de huisarts over het drinken", "deze week", "wijkteam"),
        agreement("Oma Gréta", "haalt Zoë en Jörgen van school", "ma, di en do", "juf Anke"),
        agreement(
            "Papa en mama",
            "praten alleen met elkaar als oom Søren erbij is, en nooit over geld waar de \
             kinderen bij zijn",
            "elke zaterdag om 10.00 uur",
            "oom Søren",
        ),
    ]
}

fn interventions() -> Vec<PlanPart> {
    vec![
        PlanPart::Intervention {
            what: "Spoedhulp thuis, elke dag".into(),
            provider: "Jeugdhulp Proefstad".into(),
            start: Some(day(2026, 11, 24)),
            end: Some(day(2026, 12, 22)),
            urgency: InterventionUrgency::Emergency,
        },
        PlanPart::Intervention {
            what: "Gesprekken over ruzie en boosheid".into(),
            provider: "Proefstad Hulpverlening".into(),
            start: Some(day(2026, 12, 8)),
            end: None,
            urgency: InterventionUrgency::Planned,
        },
    ]
}

fn rules() -> Vec<PlanPart> {
    vec![
        PlanPart::Rule {
            kind: RuleKind::Residence,
            text: "De kinderen slapen thuis bij mama.".into(),
        },
        PlanPart::Rule {
            kind: RuleKind::Contact,
            text: "Papa ziet de kinderen zaterdag van 10 tot 12 uur bij oom Søren.".into(),
        },
    ]
}

fn safety_parts() -> BTreeMap<PlanSection, Vec<PlanPart>> {
    let members = vec![
        network("Gréta Nováková", "oma: belt elke avond", "038 000 00 01", Answer::Yes),
        network("Søren Ångström", "oom: papa slaapt bij hem", "06 00 00 00 02", Answer::Yes),
        network("Aylin Ünal", "tante: past op Ełła", "06 00 00 00 03", Answer::Unknown),
    ];
    let steps = vec![
        alarm("Papa staat zonder afspraak voor de deur.", "Mama", "de politie", "112"),
        alarm("Er is ruzie en de kinderen zijn bang.", "Zoë", "oma Gréta", "038 000 00 01"),
        alarm("Mama heeft gedronken.", "Tante Ünal", "het wijkteam", "038 000 00 09"),
    ];
    let own = PlanPart::ChildVersion {
        child: Some(child(1)),
        text: "Papa slaapt nu bij oom Søren.\nAls er ruzie is, bel ik oma.\nHet is niet mijn \
               schuld."
            .into(),
    };
    let dissent = PlanPart::Dissent {
        who: "Papa".into(),
        text: "Ik vind twee weken niet thuis slapen te lang. Ik doe het wel.".into(),
    };
    BTreeMap::from([
        (PlanSection::Dangers, dangers()),
        (PlanSection::BottomLines, bottom_lines()),
        (PlanSection::Agreements, agreements()),
        (PlanSection::Interventions, interventions()),
        (PlanSection::Network, members),
        (PlanSection::Alarm, steps),
        (PlanSection::Rules, rules()),
        (PlanSection::ChildVersions, vec![own]),
        (PlanSection::Dissents, vec![dissent]),
    ])
}

fn signed(name: &str, role: &str, signing: Signing) -> Signed {
    Signed { name: name.into(), role: role.into(), signing }
}

pub fn safety() -> Reading {
    let on = Some(day(2026, 11, 24));
    Reading {
        kind: PlanKind::Safety,
        from: "Veilig Thuis Proefstad".into(),
        number: "VT-2026-0042".into(),
        children: vec![
            (child(1), "Zoë".into()),
            (child(2), "Jörgen".into()),
            (child(3), "Ełła".into()),
        ],
        edition: Edition::Version { number: 2, on: day(2026, 11, 24) },
        start: on,
        review: Some(PlanReview {
            day: day(2026, 12, 8),
            who: "papa, mama, oma Gréta en het wijkteam".into(),
        }),
        made_with: Some(MadeWith {
            parents: Answer::Yes,
            network: Answer::Yes,
            why_not: String::new(),
        }),
        situation: "Vrijdagnacht kwam de politie. Er was ruzie over geld.".into(),
        emergency: "Ga met de kinderen naar buurvrouw Îlse, nummer 12.".into(),
        owner: "Imke Bakker, wijkteam Noord".into(),
        own_words: BTreeMap::from([
            (
                PlanSection::Dangers,
                "Wij willen dat de kinderen weer rustig kunnen slapen.\nDe ruzies gingen te ver."
                    .into(),
            ),
            (PlanSection::Agreements, "Oma is er altijd. Dat helpt ons het meest.".into()),
        ]),
        parts: safety_parts(),
        signatures: vec![
            signed(
                "Dana Nováková",
                "moeder",
                Signing { signed_on: on, refused: String::new(), copy_given_on: on },
            ),
            signed(
                "Çelik Ångström",
                "vader",
                Signing {
                    signed_on: None,
                    refused: "ik wil eerst met mijn advocaat praten".into(),
                    copy_given_on: on,
                },
            ),
            signed("Gréta Nováková", "oma", Signing::default()),
        ],
        since: Some((
            1,
            vec![
                ChangeLine {
                    sort: ChangeSort::Added,
                    section: Some(PlanSection::Network),
                    said: "Aylin Ünal".into(),
                },
                ChangeLine {
                    sort: ChangeSort::Removed,
                    section: Some(PlanSection::Agreements),
                    said: "Papa belt elke dag".into(),
                },
            ],
        )),
        embedded: None,
    }
}

pub fn family() -> Reading {
    let goal = |area, phase, goal: &str, action: &str| PlanPart::Goal {
        area,
        phase,
        now: "Nu lukt dit nog niet.".into(),
        goal: goal.into(),
        action: action.into(),
        who: "Mama".into(),
        when: "voor 1 februari".into(),
        checked_by: "wijkteam".into(),
    };
    let mut inner = safety();
    inner.edition = Edition::Working;
    Reading {
        kind: PlanKind::Family,
        edition: Edition::Working,
        own_words: BTreeMap::from([(
            PlanSection::Goals,
            "Wij willen over een jaar zonder hulp verder kunnen.".into(),
        )]),
        parts: BTreeMap::from([(
            PlanSection::Goals,
            vec![
                goal(LifeArea::Money, Phase::Causes, "De schulden zijn geregeld.", "naar de bank"),
                goal(LifeArea::Money, Phase::Safety, "Er is elke dag eten.", "weekgeld"),
                goal(LifeArea::School, Phase::Recovery, "Zoë gaat elke dag naar school.", "fiets"),
            ],
        )]),
        emergency: String::new(),
        signatures: Vec::new(),
        since: None,
        embedded: Some(Box::new(inner)),
        ..safety()
    }
}
