//! The end of a plan: when it is looked at again, who signs, who has a copy, what changed, and each
//! child's own page.

use super::super::model::{Block, Signature, Tone, Words};
use super::{ChangeLine, ChangeSort, Page, written};
use crate::domain::safety_plan::{PlanPart, PlanSection};
use crate::text::{Arg, Key, dates};

impl Page<'_> {
    pub(super) fn closing(&mut self) {
        self.review();
        self.signing();
        self.copies();
        self.differences();
    }

    fn review(&mut self) {
        let words = self.review_words();
        if words.is_empty() {
            return;
        }
        self.heading(Key::PaperReviewHeading);
        let inside = vec![Block::Paragraph(self.said(Key::PaperReviewAbout))];
        self.push(Block::Card { tone: Tone::Calm, title: words.into(), inside });
    }

    fn signing(&mut self) {
        if self.reading.signatures.is_empty() {
            return;
        }
        self.heading(Key::PaperSignatures);
        let about = self.said(Key::PaperSignaturesAbout);
        self.push(Block::Paragraph(about));
        let heads = [Key::PaperHeadName, Key::PaperHeadDay, Key::PaperHeadSignature];
        let heads = heads.map(|key| self.said(key));
        let mut lines = Vec::new();
        for signed in &self.reading.signatures {
            let day = signed.signing.signed_on.map(dates::numeric_day).unwrap_or_default();
            let refused = Words::new(&signed.signing.refused);
            let args = [("reason", Arg::from(refused.as_str()))];
            let instead = if refused.is_blank() {
                String::new()
            } else {
                self.text.with(Key::PaperRefused, &args)
            };
            lines.push(Signature {
                name: Words::new(&signed.name),
                role: Words::new(&signed.role),
                day: Words::new(&day),
                instead: instead.into(),
            });
        }
        self.push(Block::Signatures { heads, lines });
    }

    fn copies(&mut self) {
        let mut rows = Vec::new();
        for signed in &self.reading.signatures {
            let given = signed.signing.copy_given_on;
            let day = given.map(|day| dates::long_day(day, self.text));
            rows.extend(day.map(|day| (Words::new(&signed.name), Words::new(&day))));
        }
        if !rows.is_empty() {
            let heading = self.said(Key::PaperCopies);
            self.push(Block::Subheading(heading));
            self.push(Block::Rows(rows));
        }
    }

    fn differences(&mut self) {
        let Some((number, changes)) = &self.reading.since else { return };
        let number = u32::from(*number);
        let args = [("number", Arg::from(number))];
        let heading = self.text.with(Key::PaperSince, &args);
        self.push(Block::Heading(heading.into()));
        if changes.is_empty() {
            let nothing = self.said(Key::PaperSinceNothing);
            self.push(Block::Paragraph(nothing));
            return;
        }
        for (sort, label) in [
            (ChangeSort::Added, Key::PaperAdded),
            (ChangeSort::Changed, Key::PaperChanged),
            (ChangeSort::Removed, Key::PaperRemoved),
        ] {
            let of_sort = changes.iter().filter(|change| change.sort == sort);
            let items: Vec<Words> = of_sort.map(|change| self.change(change)).collect();
            if !items.is_empty() {
                let label = self.said(label);
                self.push(Block::Subheading(label));
                self.push(Block::Bullets(items));
            }
        }
    }

    fn change(&self, change: &ChangeLine) -> Words {
        let section = change.section.map(|section| self.text.get(short_name(section)));
        match section {
            Some(section) if change.said.trim().is_empty() => Words::new(section),
            Some(section) => Words::new(&format!("{section}: {}", change.said)),
            None => Words::new(&change.said),
        }
    }

    /// Each child's own version, on a page that can be given to that child.
    pub(super) fn child_versions(&mut self) {
        let mut pages = Vec::new();
        for part in self.parts(PlanSection::ChildVersions) {
            let PlanPart::ChildVersion { child, text } = part else { continue };
            let Some(words) = written(text) else { continue };
            let named = self.reading.children.iter().find(|(id, _)| Some(*id) == *child);
            let title = match named {
                Some((_, name)) => {
                    let name = Words::new(name);
                    self.text.with(Key::PaperChildOf, &[("name", Arg::from(name.as_str()))])
                }
                None => self.text.get(Key::PaperChildren).to_owned(),
            };
            pages.push((title, words));
        }
        let own = self.reading.own_words.get(&PlanSection::ChildVersions);
        if let Some(words) = own.and_then(|words| written(words)) {
            pages.insert(0, (self.text.get(Key::PaperChildren).to_owned(), words));
        }
        for (title, words) in pages {
            self.push(Block::PageBreak);
            self.push(Block::Heading(title.into()));
            self.push(Block::Gap);
            for part in words.lines() {
                self.blocks.extend(written(part).map(Block::Big));
            }
        }
    }
}

const fn short_name(section: PlanSection) -> Key {
    match section {
        PlanSection::Dangers => Key::PaperShortDangers,
        PlanSection::BottomLines => Key::PaperShortBottomLines,
        PlanSection::Agreements => Key::PaperShortAgreements,
        PlanSection::Interventions => Key::PaperShortHelp,
        PlanSection::Network => Key::PaperShortNetwork,
        PlanSection::Alarm => Key::PaperShortAlarm,
        PlanSection::Rules => Key::PaperShortRules,
        PlanSection::ChildVersions => Key::PaperShortChild,
        PlanSection::Dissents => Key::PaperShortDissent,
        PlanSection::Goals => Key::PaperShortGoals,
    }
}
