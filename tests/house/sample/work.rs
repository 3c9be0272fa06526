//! Made-up facts of triage, filled-in forms and plans.

use super::Gen;
use beschermd::domain::code::Nature;
use beschermd::domain::fact::Fact;
use beschermd::domain::id::*;
use beschermd::domain::queue::Urgency;
use beschermd::domain::safety_plan::*;
use beschermd::domain::sheet::*;
use beschermd::domain::triage::*;

impl Gen {
    fn check(&mut self) -> Check {
        Check { found: self.answer(), words: self.text() }
    }

    fn family_contact(&mut self) -> FamilyContact {
        let answers = [
            FamilyAnswer::Accepts,
            FamilyAnswer::Denies,
            FamilyAnswer::Minimises,
            FamilyAnswer::Refuses,
            FamilyAnswer::Unclear,
        ];
        FamilyContact {
            on: self.opt(Self::day),
            with: self.text(),
            outcome: self.opt(|g| g.pick(&answers)),
            why_not: self.text(),
        }
    }

    fn triage_aspects(&mut self) -> TriageAspects {
        let urgencies = [Urgency::Acute, Urgency::Day, Urgency::FiveDays];
        let expertise = [
            Expertise::Physician,
            Expertise::BehaviouralExpert,
            Expertise::Legal,
            Expertise::Interpreter,
            Expertise::Police,
            Expertise::Other,
        ];
        TriageAspects {
            urgency: self.opt(|g| UrgencyJudged { urgency: g.pick(&urgencies), why: g.text() }),
            earlier: self.opt(Self::check),
            index: self.opt(Self::check),
            family: self.opt(Self::family_contact),
            expertise: self.opt(|g| g.list(|g| g.pick(&expertise)).into_iter().collect()),
            natures: self.opt(|g| g.list(|g| Nature(g.next() as u16)).into_iter().collect()),
            analysis: self.opt(Self::text),
            reporter_told: self.opt(|g| ReporterTold {
                on: g.opt(Self::day),
                how: g.text(),
                why_not: g.text(),
            }),
        }
    }

    fn outcome(&mut self) -> TriageOutcome {
        self.pick(&[
            TriageOutcome::Investigate,
            TriageOutcome::FollowUp(FollowUpBy::LocalField),
            TriageOutcome::FollowUp(FollowUpBy::InvolvedProfessional),
            TriageOutcome::FollowUp(FollowUpBy::Multidisciplinary),
            TriageOutcome::FollowUp(FollowUpBy::Ourselves),
            TriageOutcome::Advice,
            TriageOutcome::End,
            TriageOutcome::Inadmissible,
        ])
    }

    fn decision(&mut self) -> TriageDecision {
        TriageDecision {
            outcome: self.outcome(),
            reasons: self.text(),
            receiver: self.text(),
            reports: self.list(|g| ReportId(g.bytes())).into_iter().collect(),
            decided_at: self.moment(),
            late_reason: self.text(),
            policy: self.text(),
        }
    }

    fn seen(&mut self) -> Seen {
        Seen {
            seen_on: self.opt(Self::day),
            spoken_on: self.opt(Self::day),
            by: self.text(),
            why_not: self.text(),
            words: self.text(),
        }
    }

    fn inquiry(&mut self) -> Inquiry {
        let bases = [InquiryBasis::Consent, InquiryBasis::Necessary, InquiryBasis::Law];
        Inquiry {
            whom: self.text(),
            basis: self.pick(&bases),
            question: self.text(),
            asked_on: self.day(),
            answered_on: self.opt(Self::day),
            answer: self.text(),
        }
    }

    fn informing(&mut self) -> PersonInforming {
        match self.below(2) {
            0 => PersonInforming::Told { on: self.day(), how: self.text() },
            _ => PersonInforming::Postponed { until: self.day(), ground: self.text() },
        }
    }

    fn place(&mut self) -> AnswerPlace {
        let item = ItemName(format!("item-{}", self.below(5)));
        AnswerPlace { item, subject: self.opt(|g| PersonId(g.bytes())) }
    }

    fn answer_value(&mut self) -> AnswerValue {
        match self.below(6) {
            0 => AnswerValue::Option(self.text()),
            1 => AnswerValue::Options(self.list(Self::text)),
            2 => AnswerValue::YesNo(self.answer()),
            3 => AnswerValue::Date(self.date()),
            4 => AnswerValue::Text(self.text()),
            _ => AnswerValue::Person(PersonId(self.bytes())),
        }
    }

    fn given(&mut self) -> Given {
        Given {
            value: self.answer_value(),
            critical: self.below(2) == 0,
            observed_on: self.opt(Self::date),
            source: self.text(),
            note: self.text(),
        }
    }

    fn conclusion(&mut self) -> Conclusion {
        let safety = [Safety::Safe, Safety::SafeWithPlan, Safety::Unsafe];
        let risk = [Risk::Low, Risk::Medium, Risk::High];
        let confidence = [Confidence::Low, Confidence::Medium, Confidence::High];
        Conclusion {
            safety: self.pick(&safety),
            risk: self.pick(&risk),
            reasons: self.text(),
            confidence: self.pick(&confidence),
            proposed_safety: self.opt(|g| g.pick(&safety)),
            proposed_risk: self.opt(|g| g.pick(&risk)),
            override_reason: self.text(),
            valid_until: self.day(),
            no_information: self.next() as u16,
            unanswered: self.next() as u16,
            concluded_at: self.moment(),
        }
    }

    fn plan_aspects(&mut self) -> PlanAspects {
        PlanAspects {
            children: self.opt(|g| g.list(|g| PersonId(g.bytes())).into_iter().collect()),
            start: self.opt(Self::day),
            review: self.opt(|g| PlanReview { day: g.day(), who: g.text() }),
            made_with: self.opt(|g| MadeWith {
                parents: g.answer(),
                network: g.answer(),
                why_not: g.text(),
            }),
            situation: self.opt(Self::text),
            emergency: self.opt(Self::text),
            owner: self.opt(Self::text),
        }
    }

    /// A part of one of the ten kinds.
    pub fn plan_part(&mut self) -> PlanPart {
        match self.below(10) {
            0 => PlanPart::Danger {
                text: self.text(),
                goal: self.text(),
                scale_now: self.opt(|g| g.below(11) as u8),
                scale_wanted: self.opt(|g| g.below(11) as u8),
                item: self.opt(|g| (SheetId(g.bytes()), g.place())),
            },
            1 => PlanPart::BottomLine {
                text: self.text(),
                minimum: self.text(),
                check: self.text(),
                consequence: self.text(),
            },
            2 => PlanPart::Agreement {
                what: self.text(),
                who: self.text(),
                when: self.text(),
                checked_by: self.text(),
            },
            3 => PlanPart::Intervention {
                what: self.text(),
                provider: self.text(),
                start: self.opt(Self::day),
                end: self.opt(Self::day),
                urgency: self.pick(&[InterventionUrgency::Planned, InterventionUrgency::Emergency]),
            },
            4 => PlanPart::NetworkMember {
                name: self.text(),
                role: self.text(),
                phone: self.text(),
                consents: self.opt(Self::answer),
            },
            5 => PlanPart::AlarmStep {
                sign: self.text(),
                caller: self.text(),
                called: self.text(),
                number: self.text(),
            },
            6 => PlanPart::Rule {
                kind: self.pick(&[RuleKind::Contact, RuleKind::Residence]),
                text: self.text(),
            },
            7 => PlanPart::ChildVersion {
                child: self.opt(|g| PersonId(g.bytes())),
                text: self.text(),
            },
            8 => PlanPart::Dissent { who: self.text(), text: self.text() },
            _ => self.goal(),
        }
    }

    fn goal(&mut self) -> PlanPart {
        let areas = [
            LifeArea::Home,
            LifeArea::Parenting,
            LifeArea::Health,
            LifeArea::School,
            LifeArea::Money,
            LifeArea::Network,
            LifeArea::Leisure,
            LifeArea::Safety,
        ];
        PlanPart::Goal {
            area: self.pick(&areas),
            phase: self.pick(&[Phase::Safety, Phase::Causes, Phase::Recovery]),
            now: self.text(),
            goal: self.text(),
            action: self.text(),
            who: self.text(),
            when: self.text(),
            checked_by: self.text(),
        }
    }

    fn signer(&mut self) -> Signer {
        match self.below(2) {
            0 => Signer::Person(PersonId(self.bytes())),
            _ => Signer::Network(PartId(self.bytes())),
        }
    }

    fn section(&mut self) -> PlanSection {
        self.pick(&PlanSection::ALL)
    }

    pub(super) fn work_fact(&mut self, kind: u16) -> Fact {
        match kind {
            100 => Fact::TriageNoted { aspects: Box::new(self.triage_aspects()) },
            101 => Fact::ChildSeen { child: PersonId(self.bytes()), seen: self.seen() },
            102 => Fact::InformationAsked {
                inquiry: InquiryId(self.bytes()),
                content: self.opt(Self::inquiry),
            },
            103 => {
                Fact::PersonInformed { person: PersonId(self.bytes()), informing: self.informing() }
            }
            104 => Fact::TriageDecided { decision: Box::new(self.decision()) },
            105 => {
                Fact::Countersigned { event: EventId(self.bytes()), staff: StaffId(self.bytes()) }
            }
            106 => Fact::IncidentNoted {
                incident: IncidentId(self.bytes()),
                content: self.opt(|g| Incident { what: g.text(), on: g.day() }),
            },
            110..=119 => self.sheet_fact(kind),
            other => self.plan_fact(other),
        }
    }

    fn sheet_fact(&mut self, kind: u16) -> Fact {
        let uses = [SheetUse::Assessment, SheetUse::ChildVoice, SheetUse::Scaling, SheetUse::Own];
        match kind {
            110 => Fact::SheetOpened {
                sheet: SheetId(self.bytes()),
                form: FormRef {
                    id: "risk-assessment".into(),
                    version: self.next() as u16,
                    hash: self.bytes(),
                },
                used_for: self.pick(&uses),
                trigger: self.text(),
            },
            111 => Fact::SheetAnswered {
                sheet: SheetId(self.bytes()),
                answers: self.list(|g| ItemAnswer { place: g.place(), given: g.opt(Self::given) }),
            },
            112 => Fact::SheetConcluded {
                sheet: SheetId(self.bytes()),
                conclusion: Box::new(self.conclusion()),
            },
            other => Fact::Foreign { kind: other, bytes: self.foreign_bytes(other) },
        }
    }

    fn plan_fact(&mut self, kind: u16) -> Fact {
        let plan = PlanId(self.bytes());
        match kind {
            120 => Fact::PlanOpened {
                plan,
                kind: self.pick(&[PlanKind::Safety, PlanKind::Family]),
                embeds: self.opt(|g| PlanId(g.bytes())),
            },
            121 => Fact::PlanDescribed { plan, aspects: Box::new(self.plan_aspects()) },
            122 => Fact::PlanWords { plan, section: self.section(), words: self.text() },
            123 => Fact::PlanPartWritten {
                plan,
                part: PartId(self.bytes()),
                content: self.opt(|g| Box::new(g.plan_part())),
            },
            124 => Fact::PlanOrdered {
                plan,
                section: self.section(),
                order: self.list(|g| PartId(g.bytes())),
            },
            125 => Fact::PlanAdopted {
                plan,
                number: self.next() as u16,
                on: self.day(),
                events: self.list(|g| EventId(g.bytes())),
            },
            126 => Fact::PlanSigned {
                plan,
                number: self.next() as u16,
                signer: self.signer(),
                signing: Signing {
                    signed_on: self.opt(Self::day),
                    refused: self.text(),
                    copy_given_on: self.opt(Self::day),
                },
            },
            other => Fact::Foreign { kind: other, bytes: self.foreign_bytes(other) },
        }
    }
}
