//! A colleague signs on this station: their own passphrase is checked, who sits here stays.
//!
//! Deliberately absent: any key of the colleague. Their slot is opened to see that the passphrase
//! is theirs, and what it holds is dropped at once.

use super::Desk;
use crate::app::effect::{Secret, Ticket};
use crate::app::message::{Message, UnlockRefusal};
use crate::domain::event::Draft;
use crate::domain::fact::Fact;
use crate::domain::id::{CaseId, EventId, StaffId};
use crate::journal::{Fault, Passphrase};
use crate::shell::ruling;
use crate::shell::station::faults;
use crate::text::rule;

impl Desk {
    /// Checks the passphrase and records the signature as the colleague's own.
    pub(super) fn countersign(
        &mut self,
        ticket: Ticket,
        (case, event): (CaseId, EventId),
        staff: StaffId,
        passphrase: &Secret,
    ) {
        if let Some(wait) = self.must_wait() {
            return self.tell_not_signed(ticket, UnlockRefusal::Wait(wait));
        }
        let passphrase = self.opens_demo.as_ref().unwrap_or(passphrase);
        let passphrase = Passphrase::from_text(passphrase.expose());
        let at = self.now();
        let data = self.data.clone();
        let Some(journal) = self.journal() else { return };
        if let Err(fault) = journal.is_passphrase_of(staff, &passphrase) {
            return self.refuse_signature(ticket, &fault);
        }
        // Nobody signs what they decided themselves, whatever the screen offered.
        let told = [(Fact::Countersigned { event, staff }, None)];
        let desk = ruling::Desk { me: staff, now: at, data: data.as_deref() };
        let held = journal.case(case).ok().flatten();
        let refused = match ruling::refusals(journal, (case, held.as_ref()), &told, desk) {
            Ok(refused) => refused.first().map(|first| rule::refusal(first.rule)),
            Err(fault) => Some(faults::words(&fault)),
        };
        if let Some(why) = refused {
            return self.tell_not_signed(ticket, UnlockRefusal::Fault(why));
        }
        let draft = Draft::new(case, Fact::Countersigned { event, staff });
        match journal.record(staff, at, vec![draft]) {
            Ok(events) => {
                self.forgive();
                self.recorded(ticket, &events, Some(case));
            }
            Err(fault) => {
                let why = faults::words(&fault);
                self.tell_not_signed(ticket, UnlockRefusal::Fault(why));
            }
        }
        self.tell_notices();
    }

    fn refuse_signature(&mut self, ticket: Ticket, fault: &Fault) {
        let refusal = match fault {
            Fault::WrongPassphrase => {
                self.count_wrong();
                UnlockRefusal::Wrong
            }
            other => UnlockRefusal::Fault(faults::words(other)),
        };
        self.tell_not_signed(ticket, refusal);
    }

    fn tell_not_signed(&self, ticket: Ticket, refusal: UnlockRefusal) {
        self.tell(Message::SignRefused { ticket, refusal });
    }
}
