//! The sections of a plan, in the order in which they are read.
//!
//! Every field of a part is taken by name, so that a new field must be thought about here.

use super::super::model::{Block, Scale, Table, Tone, Words};
use super::{Page, written};
use crate::domain::person::Answer;
use crate::domain::safety_plan::{
    InterventionUrgency, LifeArea, Phase, PlanPart, PlanSection, RuleKind,
};
use crate::text::{Arg, Key, dates};

const AREAS: [(LifeArea, Key); 8] = [
    (LifeArea::Safety, Key::PaperAreaSafety),
    (LifeArea::Home, Key::PaperAreaHome),
    (LifeArea::Parenting, Key::PaperAreaParenting),
    (LifeArea::Health, Key::PaperAreaHealth),
    (LifeArea::School, Key::PaperAreaSchool),
    (LifeArea::Money, Key::PaperAreaMoney),
    (LifeArea::Network, Key::PaperAreaNetwork),
    (LifeArea::Leisure, Key::PaperAreaLeisure),
];

const PHASES: [(Phase, Key); 3] = [
    (Phase::Safety, Key::PaperPhaseSafety),
    (Phase::Causes, Key::PaperPhaseCauses),
    (Phase::Recovery, Key::PaperPhaseRecovery),
];

/// The first words of a card, when what it should be called by is empty.
fn or<'a>(first: &'a str, second: &'a str) -> &'a str {
    if first.trim().is_empty() { second } else { first }
}

impl Page<'_> {
    pub(super) fn situation(&mut self) {
        if let Some(words) = written(&self.reading.situation) {
            self.heading(Key::PaperSituation);
            self.push(Block::Paragraph(words));
        }
    }

    /// Why.
    pub(super) fn dangers(&mut self) {
        use crate::domain::safety_plan::PlanKind;
        let situation = match self.reading.kind {
            PlanKind::Safety => written(&self.reading.situation),
            PlanKind::Family => None,
        };
        if !self.begin(PlanSection::Dangers, Key::PaperWhy, true) {
            if situation.is_none() {
                return;
            }
            self.heading(Key::PaperWhy);
        }
        self.blocks.extend(situation.map(Block::Paragraph));
        let mut cards = Vec::new();
        for part in self.parts(PlanSection::Dangers) {
            let PlanPart::Danger { text, goal, scale_now, scale_wanted, item: _ } = part else {
                continue;
            };
            let mut inside = Vec::new();
            let mut rows = Vec::new();
            self.row(&mut rows, Key::PaperGoal, goal);
            if !rows.is_empty() {
                inside.push(Block::Rows(rows));
            }
            if scale_now.is_some() || scale_wanted.is_some() {
                inside.push(Block::Small(self.said(Key::PaperScaleAbout)));
                inside.push(Block::Scale(Scale {
                    now: *scale_now,
                    wanted: *scale_wanted,
                    now_words: self.said(Key::PaperScaleNow),
                    wanted_words: self.said(Key::PaperScaleWanted),
                }));
            }
            cards.push(card(Tone::Calm, text, inside));
        }
        self.blocks.extend(cards);
    }

    /// What must at least hold.
    pub(super) fn bottom_lines(&mut self) {
        if !self.begin(PlanSection::BottomLines, Key::PaperWhat, true) {
            return;
        }
        let mut cards = Vec::new();
        for part in self.parts(PlanSection::BottomLines) {
            let PlanPart::BottomLine { text, minimum, check, consequence } = part else { continue };
            let mut rows = Vec::new();
            self.row(&mut rows, Key::PaperMinimum, minimum);
            self.row(&mut rows, Key::PaperCheck, check);
            self.row(&mut rows, Key::PaperConsequence, consequence);
            cards.push(card(Tone::Calm, text, vec![Block::Rows(rows)]));
        }
        self.blocks.extend(cards);
    }

    /// How: who does what, when, and who checks.
    pub(super) fn agreements(&mut self) {
        if !self.begin(PlanSection::Agreements, Key::PaperHow, true) {
            return;
        }
        let mut rows = Vec::new();
        for part in self.parts(PlanSection::Agreements) {
            let PlanPart::Agreement { what, who, when, checked_by } = part else { continue };
            rows.push([who, what, when, checked_by].map(Words::from).to_vec());
        }
        let heads =
            [Key::PaperHeadWho, Key::PaperHeadDoes, Key::PaperHeadWhen, Key::PaperHeadChecks];
        self.table(&heads, &[4, 8, 5, 4], rows);
    }

    pub(super) fn interventions(&mut self) {
        if !self.begin(PlanSection::Interventions, Key::PaperHelp, false) {
            return;
        }
        let mut rows = Vec::new();
        for part in self.parts(PlanSection::Interventions) {
            let PlanPart::Intervention { what, provider, start, end, urgency } = part else {
                continue;
            };
            let mut when = Vec::new();
            match urgency {
                InterventionUrgency::Emergency => {
                    when.push(self.text.get(Key::PaperAtOnce).to_owned());
                }
                InterventionUrgency::Planned => {}
            }
            for (key, day) in [(Key::PaperFrom, start), (Key::PaperUntil, end)] {
                let day = day.map(dates::numeric_day);
                when.extend(day.map(|day| self.text.with(key, &[("day", Arg::from(&day))])));
            }
            let when = Words::new(&when.join("\n"));
            rows.push(vec![Words::new(what), Words::new(provider), when]);
        }
        let heads = [Key::PaperHeadHelp, Key::PaperHeadBy, Key::PaperHeadWhen];
        self.table(&heads, &[8, 7, 5], rows);
    }

    pub(super) fn network(&mut self) {
        if !self.begin(PlanSection::Network, Key::PaperNetwork, false) {
            return;
        }
        let mut rows = Vec::new();
        for part in self.parts(PlanSection::Network) {
            let PlanPart::NetworkMember { name, role, phone, consents } = part else { continue };
            let joins = match consents {
                Some(Answer::Yes) => Key::PaperJoins,
                Some(Answer::No) => Key::PaperJoinsNot,
                Some(Answer::Unknown) | None => Key::PaperJoinsAsk,
            };
            let cells = [name.as_str(), role, phone, self.text.get(joins)];
            rows.push(cells.map(Words::from).to_vec());
        }
        let heads =
            [Key::PaperHeadName, Key::PaperHeadRole, Key::PaperHeadPhone, Key::PaperHeadJoins];
        self.table(&heads, &[6, 8, 5, 4], rows);
    }

    /// Which sign, who calls whom, and the number: large.
    pub(super) fn alarm(&mut self) {
        if !self.begin(PlanSection::Alarm, Key::PaperAlarm, true) {
            return;
        }
        let mut cards = Vec::new();
        for part in self.parts(PlanSection::Alarm) {
            let PlanPart::AlarmStep { sign, caller, called, number } = part else { continue };
            let (caller, called) = (Words::new(caller), Words::new(called));
            let args =
                [("caller", Arg::from(caller.as_str())), ("called", Arg::from(called.as_str()))];
            let key = match (caller.is_blank(), called.is_blank()) {
                (false, false) => Some(Key::PaperCalls),
                (false, true) => Some(Key::PaperCallsOnly),
                (true, false) => Some(Key::PaperCallsWhom),
                (true, true) => None,
            };
            let mut inside = Vec::new();
            inside.extend(key.map(|key| Block::Strong(self.text.with(key, &args).into())));
            inside.extend(written(number).map(Block::Big));
            cards.push(card(Tone::Alarm, sign, inside));
        }
        self.blocks.extend(cards);
    }

    /// Contact and residence.
    pub(super) fn rules(&mut self) {
        if !self.begin(PlanSection::Rules, Key::PaperRules, false) {
            return;
        }
        for (wanted, heading) in [
            (RuleKind::Residence, Key::PaperRulesResidence),
            (RuleKind::Contact, Key::PaperRulesContact),
        ] {
            let mut items = Vec::new();
            for part in self.parts(PlanSection::Rules) {
                let PlanPart::Rule { kind, text } = part else { continue };
                if *kind == wanted {
                    items.extend(written(text));
                }
            }
            if !items.is_empty() {
                let heading = self.said(heading);
                self.push(Block::Subheading(heading));
                self.push(Block::Bullets(items));
            }
        }
    }

    /// By area of life, and within it by phase.
    pub(super) fn goals(&mut self) {
        if !self.begin(PlanSection::Goals, Key::PaperGoals, false) {
            return;
        }
        for (area, heading) in AREAS {
            let cards: Vec<Block> =
                PHASES.iter().flat_map(|phase| self.goals_of(area, *phase)).collect();
            if !cards.is_empty() {
                let heading = self.said(heading);
                self.push(Block::Subheading(heading));
                self.blocks.extend(cards);
            }
        }
    }

    fn goals_of(&self, wanted: LifeArea, (of, label): (Phase, Key)) -> Vec<Block> {
        let mut cards = Vec::new();
        for part in self.parts(PlanSection::Goals) {
            let PlanPart::Goal { area, phase, now, goal, action, who, when, checked_by } = part
            else {
                continue;
            };
            if (*area, *phase) != (wanted, of) {
                continue;
            }
            let mut rows = Vec::new();
            self.row(&mut rows, Key::PaperPhase, self.text.get(label));
            self.row(&mut rows, Key::PaperGoalNow, now);
            self.row(&mut rows, Key::PaperHeadDoes, action);
            self.row(&mut rows, Key::PaperHeadWho, who);
            self.row(&mut rows, Key::PaperHeadWhen, when);
            self.row(&mut rows, Key::PaperHeadChecks, checked_by);
            cards.push(card(Tone::Calm, or(goal, action), vec![Block::Rows(rows)]));
        }
        cards
    }

    pub(super) fn dissents(&mut self) {
        if !self.begin(PlanSection::Dissents, Key::PaperDissent, false) {
            return;
        }
        let mut rows = Vec::new();
        for part in self.parts(PlanSection::Dissents) {
            let PlanPart::Dissent { who, text } = part else { continue };
            rows.push((Words::new(who), Words::new(text)));
        }
        if !rows.is_empty() {
            self.push(Block::Rows(rows));
        }
    }

    fn table(&mut self, heads: &[Key], parts: &[u16], rows: Vec<Vec<Words>>) {
        if !rows.is_empty() {
            let heads = heads.iter().map(|key| self.said(*key)).collect();
            self.push(Block::Table(Table { parts: parts.to_vec(), heads, rows }));
        }
    }
}

/// A card called by what it says. A long text is not a title: it stands inside.
fn card(tone: Tone, said: &str, mut inside: Vec<Block>) -> Block {
    inside.retain(|block| !matches!(block, Block::Rows(rows) if rows.is_empty()));
    let words = Words::new(said);
    let long = words.as_str().len() > TITLE_BYTES_MAX || words.lines().nth(1).is_some();
    if long {
        inside.insert(0, Block::Paragraph(words));
        return Block::Card { tone, title: Words::default(), inside };
    }
    Block::Card { tone, title: words, inside }
}

/// The longest text that is printed as the title of a card.
const TITLE_BYTES_MAX: usize = 160;
