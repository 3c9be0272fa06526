//! The facts of triage, filled-in forms and plans on their way into the case.
//!
//! That each of them arrives is held by a test over every kind of fact (`tests/house/case_work`).
//! Deliberately absent: which event stands (`ledger`).

use super::super::work::{Sheet, SheetOpening, Triage};
use super::super::{Anomaly, Case};
use super::{Entry, hold};
use crate::domain::fact::{Fact, Slot};
use crate::domain::id::{EventId, SheetId, StaffId};
use crate::domain::sheet::ItemAnswer;
use crate::domain::triage::{TriageAspect, TriageAspects};

impl Case {
    pub(super) fn take_work(&mut self, entry: &Entry<'_>, fact: &Fact) {
        if let Fact::TriageNoted { aspects } = fact {
            note_triage(entry, &mut self.triage, aspects);
        } else if let Fact::ChildSeen { child, seen } = fact {
            hold(entry, Slot::Seen(*child), &mut self.seen, child, seen);
        } else if let Fact::InformationAsked { inquiry, content } = fact {
            hold(entry, Slot::Inquiry(*inquiry), &mut self.inquiries, inquiry, content);
        } else if let Fact::PersonInformed { person, informing } = fact {
            hold(entry, Slot::Informed(*person), &mut self.informed, person, informing);
        } else if let Fact::TriageDecided { decision } = fact {
            entry.put(Slot::TriageDecision, &mut self.triage_decision, decision.as_ref());
        } else if let Fact::Countersigned { event, staff } = fact {
            self.take_countersignature(entry, *event, *staff);
        } else if let Fact::IncidentNoted { incident, content } = fact {
            hold(entry, Slot::Incident(*incident), &mut self.incidents, incident, content);
        } else if let Fact::SheetOpened { sheet, form, used_for, trigger } = fact {
            let (form, used_for, trigger) = (form.clone(), *used_for, trigger.clone());
            let opening = SheetOpening { form, used_for, trigger };
            let slot = Slot::Sheet(*sheet);
            if entry.stands(slot) {
                entry.put(slot, &mut self.sheet(*sheet).opened, &opening);
            }
        } else if let Fact::SheetAnswered { sheet, answers } = fact {
            self.take_answers(entry, *sheet, answers);
        } else if let Fact::SheetConcluded { sheet, conclusion } = fact {
            let slot = Slot::Conclusion(*sheet);
            if entry.stands(slot) {
                entry.put(slot, &mut self.sheet(*sheet).conclusion, conclusion.as_ref());
            }
        } else {
            self.take_plan(entry, fact);
        }
    }

    fn sheet(&mut self, id: SheetId) -> &mut Sheet {
        self.sheets.entry(id).or_default()
    }

    fn take_answers(&mut self, entry: &Entry<'_>, id: SheetId, answers: &[ItemAnswer]) {
        for ItemAnswer { place, given } in answers {
            let key = place.key();
            let slot = Slot::Answer(id, key);
            if entry.stands(slot) {
                let sheet = self.sheet(id);
                sheet.places.insert(key, place.clone());
                entry.put(slot, sheet.answers.entry(place.clone()).or_default(), given);
            }
        }
    }

    /// Counts when the person named recorded it, and somebody else recorded what is signed.
    fn take_countersignature(&mut self, entry: &Entry<'_>, signed: EventId, staff: StaffId) {
        let slot = Slot::Countersignature(signed, staff);
        if !entry.stands(slot) {
            return;
        }
        hold(entry, slot, &mut self.signatures, &(signed, staff), &());
        let Some(decided_by) = entry.set.get(&signed).map(|event| event.header.author) else {
            return;
        };
        if entry.stamp.author == staff && decided_by != staff {
            self.countersigned.entry(signed).or_default().entry(staff).or_insert(entry.stamp);
        } else {
            self.anomalies.insert(Anomaly::SignatureUnfit(entry.id));
        }
    }
}

fn note_triage(entry: &Entry<'_>, held: &mut Triage, said: &TriageAspects) {
    let slot = Slot::Triage;
    if let Some(value) = &said.urgency {
        entry.put(slot(TriageAspect::Urgency), &mut held.urgency, value);
    }
    if let Some(value) = &said.earlier {
        entry.put(slot(TriageAspect::Earlier), &mut held.earlier, value);
    }
    if let Some(value) = &said.index {
        entry.put(slot(TriageAspect::Index), &mut held.index, value);
    }
    if let Some(value) = &said.family {
        entry.put(slot(TriageAspect::Family), &mut held.family, value);
    }
    if let Some(value) = &said.expertise {
        entry.put(slot(TriageAspect::Expertise), &mut held.expertise, value);
    }
    if let Some(value) = &said.natures {
        entry.put(slot(TriageAspect::Natures), &mut held.natures, value);
    }
    if let Some(value) = &said.analysis {
        entry.put(slot(TriageAspect::Analysis), &mut held.analysis, value);
    }
    if let Some(value) = &said.reporter_told {
        entry.put(slot(TriageAspect::ReporterTold), &mut held.reporter_told, value);
    }
}
