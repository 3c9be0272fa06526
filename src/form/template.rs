//! Ready-made beginnings for the parts of a plan, as data: `assets/templates/plan.toml`.
//!
//! A template is never finished text: what stands between square brackets is to be filled in with
//! the family. Deliberately absent: where a template is chosen, and templates of a team's own.

use super::Words;
use crate::domain::safety_plan::{
    InterventionUrgency, LifeArea, Phase, PlanPart, PlanSection, RuleKind,
};
use serde::Deserialize;
use std::collections::BTreeMap;

const BUILT_IN: &str = include_str!("../../assets/templates/plan.toml");

/// A beginning for one part of a plan, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is called in the list.
    pub title: Words,
    /// The part in Dutch.
    pub nl: PlanPart,
    /// The part in English.
    pub en: PlanPart,
}

/// Why a template was not taken: its place in the file, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateProblem {
    /// The file is not TOML, or not of the expected shape.
    Unreadable,
    /// The section, area or phase is none we know.
    NotKnown(usize),
    /// A field that this kind of part has not.
    FieldNotKnown(usize),
}

/// The templates that are part of the program for one section, in the order of the file.
#[must_use]
pub fn plan_templates(section: PlanSection) -> Vec<Template> {
    // A test holds the file free of problems; without it the list would be empty, not wrong.
    let all = read(BUILT_IN).unwrap_or_default();
    all.into_iter().filter(|template| template.nl.section() == section).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    template: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    section: String,
    area: Option<String>,
    phase: Option<String>,
    title: Title,
    nl: Fields,
    en: Fields,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    nl: String,
    en: String,
}

type Fields = BTreeMap<String, String>;

/// Reads a file of templates.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(text: &str) -> Result<Vec<Template>, TemplateProblem> {
    let file: File = toml::from_str(text).map_err(|_| TemplateProblem::Unreadable)?;
    let numbered = file.template.into_iter().enumerate();
    numbered.map(|(at, written)| written.template(at + 1)).collect()
}

impl Written {
    fn template(self, at: usize) -> Result<Template, TemplateProblem> {
        let nl = self.part(at, self.nl.clone())?;
        let en = self.part(at, self.en.clone())?;
        Ok(Template { title: Words { nl: self.title.nl, en: self.title.en }, nl, en })
    }

    fn part(&self, at: usize, mut fields: Fields) -> Result<PlanPart, TemplateProblem> {
        let not_known = TemplateProblem::NotKnown(at);
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        let part = match self.section.as_str() {
            "dangers" => PlanPart::Danger {
                text: take("text"),
                goal: take("goal"),
                scale_now: None,
                scale_wanted: None,
                item: None,
            },
            "bottom-lines" => PlanPart::BottomLine {
                text: take("text"),
                minimum: take("minimum"),
                check: take("check"),
                consequence: take("consequence"),
            },
            "agreements" => PlanPart::Agreement {
                what: take("what"),
                who: take("who"),
                when: take("when"),
                checked_by: take("checked-by"),
            },
            "interventions" => PlanPart::Intervention {
                what: take("what"),
                provider: take("provider"),
                start: None,
                end: None,
                urgency: InterventionUrgency::Planned,
            },
            "network" => PlanPart::NetworkMember {
                name: take("name"),
                role: take("role"),
                phone: String::new(),
                consents: None,
            },
            "alarm" => PlanPart::AlarmStep {
                sign: take("sign"),
                caller: take("caller"),
                called: take("called"),
                number: take("number"),
            },
            "contact" => PlanPart::Rule { kind: RuleKind::Contact, text: take("text") },
            "residence" => PlanPart::Rule { kind: RuleKind::Residence, text: take("text") },
            "child-versions" => PlanPart::ChildVersion { child: None, text: take("text") },
            "dissents" => PlanPart::Dissent { who: take("who"), text: take("text") },
            "goals" => PlanPart::Goal {
                area: self.area.as_deref().and_then(area).ok_or(not_known)?,
                phase: self.phase.as_deref().and_then(phase).ok_or(not_known)?,
                now: take("now"),
                goal: take("goal"),
                action: take("action"),
                who: take("who"),
                when: take("when"),
                checked_by: take("checked-by"),
            },
            _other_name => return Err(not_known),
        };
        if fields.is_empty() { Ok(part) } else { Err(TemplateProblem::FieldNotKnown(at)) }
    }
}

fn area(name: &str) -> Option<LifeArea> {
    Some(match name {
        "home" => LifeArea::Home,
        "parenting" => LifeArea::Parenting,
        "health" => LifeArea::Health,
        "school" => LifeArea::School,
        "money" => LifeArea::Money,
        "network" => LifeArea::Network,
        "leisure" => LifeArea::Leisure,
        "safety" => LifeArea::Safety,
        _other_name => return None,
    })
}

fn phase(name: &str) -> Option<Phase> {
    Some(match name {
        "safety" => Phase::Safety,
        "causes" => Phase::Causes,
        "recovery" => Phase::Recovery,
        _other_name => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_file_is_whole_and_every_section_has_a_beginning() {
        let all = read(BUILT_IN).unwrap_or_default();
        for section in PlanSection::ALL {
            assert!(!plan_templates(section).is_empty(), "{section:?}");
        }
        for template in all {
            assert_eq!(template.nl.section(), template.en.section());
            assert!(!template.title.nl.is_empty() && !template.title.en.is_empty());
        }
    }

    #[test]
    fn a_field_or_section_that_does_not_exist_is_refused_by_its_place() {
        let written = |section: &str, field: &str| {
            let title = "title = { nl = \"a\", en = \"a\" }";
            let part = format!("nl = {{ {field} = \"x\" }}\nen = {{ {field} = \"x\" }}");
            format!("[[template]]\nsection = \"{section}\"\n{title}\n{part}\n")
        };
        assert!(read(&written("dangers", "goal")).is_ok());
        let unknown_field = read(&written("dangers", "minimum"));
        assert_eq!(unknown_field, Err(TemplateProblem::FieldNotKnown(1)));
        assert_eq!(read(&written("risks", "goal")), Err(TemplateProblem::NotKnown(1)));
        assert_eq!(read("template = 3"), Err(TemplateProblem::Unreadable));
    }
}
