//! However it ends: the draft is kept, the terminal given back, and nobody waits.

use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::place::{OPEN, PASSPHRASE, Place, Seat};

/// Two seconds are promised; the rest is for a busy machine.
const ENDS_WITHIN: Duration = Duration::from_secs(3);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    HangUpSignal,
    Terminate,
    ClosedWindow,
}

fn end(seat: &mut Seat, how: End) {
    let cpu = seat.cpu_ms();
    let begun = Instant::now();
    match how {
        End::HangUpSignal => seat.signal(Signal::HUP),
        End::Terminate => seat.signal(Signal::TERM),
        End::ClosedWindow => seat.hang_up(),
    }
    let mut spun = cpu;
    while begun.elapsed() < ENDS_WITHIN {
        // Gone when its file is: the last figure read is what it used in all.
        let Ok(stat) = std::fs::read_to_string(format!("/proc/{}/stat", seat.pid())) else { break };
        if stat.contains(") Z ") {
            break;
        }
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        let ticks = |index: usize| fields[index].parse::<u64>().unwrap();
        spun = (ticks(11) + ticks(12)) * 10;
        std::thread::sleep(Duration::from_millis(20));
    }
    seat.wait_exit();
    assert!(begun.elapsed() < ENDS_WITHIN, "{how:?}: {:?}", begun.elapsed());
    assert!(spun - cpu < 1_000, "{how:?}: it spins: {} ms", spun - cpu);
    if how == End::Terminate {
        seat.assert_given_back();
    }
}

/// The form comes back with everything that was typed.
fn find_again(place: &Place, typed: &str) {
    assert_eq!(place.drafts(), 1);
    let mut seat = place.open();
    seat.wait_for("1 concept");
    seat.send("c");
    seat.wait_for(typed);
    seat.quit_form();
}

impl Seat {
    fn quit_form(&mut self) {
        self.send("<C-q>");
        self.wait_for("Zeker weten");
        self.send("j");
        self.wait_exit();
        self.assert_given_back();
    }
}

#[test]
fn a_form_in_hand_is_kept_however_the_program_ends() {
    for how in [End::HangUpSignal, End::Terminate, End::ClosedWindow] {
        let place = Place::made();
        let mut seat = place.open();
        seat.call();
        seat.send("Een kind stond alleen in de regen");
        seat.wait_for("in de regen");
        seat.wait_for("concept bewaard");
        end(&mut seat, how);
        drop(seat);
        find_again(&place, "Een kind stond alleen in de regen");
    }
}

#[test]
fn the_last_letters_are_kept_too() {
    for how in [End::HangUpSignal, End::Terminate, End::ClosedWindow] {
        let place = Place::made();
        let mut seat = place.open();
        seat.call();
        seat.send("Kort voor het eind");
        seat.wait_for("voor het eind");
        end(&mut seat, how);
        drop(seat);
        find_again(&place, "Kort voor het eind");
    }
}

#[test]
fn leaving_by_key_keeps_the_form_after_a_question() {
    let place = Place::made();
    let mut seat = place.open();
    seat.call();
    seat.send("Ik kom hier zo op terug");
    seat.wait_for("zo op terug");
    seat.quit_form();
    find_again(&place, "Ik kom hier zo op terug");
}

#[test]
fn a_second_session_is_told_of_the_first_and_can_take_over() {
    let place = Place::made();
    let mut first = place.open();
    first.call();
    first.send("Bezig op het andere scherm");
    first.wait_for("andere scherm");
    let mut second = Seat(place.launch().start());
    second.wait_for("al op deze werkplek");
    let told = second.text();
    assert!(told.contains("sinds") && told.contains("/dev/pts/"), "{told}");
    assert!(told.contains("Ctrl+o"), "{told}");
    second.send("<C-o>");
    second.wait_for("Overnemen?");
    second.send("j");
    first.wait_exit();
    first.assert_given_back();
    second.wait_for("Wachtzin");
    second.send(PASSPHRASE);
    second.send("<ENTER>");
    second.wait_for(OPEN);
    second.wait_for("1 concept");
    second.send("c");
    second.wait_for("Bezig op het andere scherm");
    second.quit_form();
}

#[test]
fn no_to_taking_over_leaves_the_first_session_alone() {
    let place = Place::made();
    let mut first = place.open();
    let mut second = Seat(place.launch().start());
    second.wait_for("al op deze werkplek");
    second.send("<C-o>");
    second.wait_for("Overnemen?");
    second.send("n");
    second.wait_gone("Overnemen?");
    second.quit();
    first.send("?");
    first.wait_for("Hulp bij");
    first.quit_overlay();
}

impl Seat {
    fn quit_overlay(&mut self) {
        self.send("<ESC>");
        self.wait_gone("Hulp bij");
        self.quit();
    }
}

fn demo(place: &Place) -> Seat {
    use crate::support::pty::Launch;
    let mut seat = Seat(Launch::product(place.home()).arg("demo").start());
    seat.wait_for(OPEN);
    seat.wait_for("/60");
    seat
}

fn nothing_left(place: &Place) {
    let left: Vec<_> = std::fs::read_dir(place.home().join("tmp")).unwrap().collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(!place.home().join(".local").exists());
}

#[test]
fn a_demo_asks_nothing_and_leaves_nothing() {
    let place = Place::empty();
    let mut seat = demo(&place);
    seat.send("<ENTER>");
    seat.wait_for("Zicht op veiligheid:");
    seat.quit();
    nothing_left(&place);
}

#[test]
fn a_demo_that_is_ended_before_there_is_a_screen_leaves_nothing() {
    use crate::support::pty::Launch;
    for (how, wait) in [(Signal::TERM, 0), (Signal::INT, 150), (Signal::HUP, 400)] {
        let place = Place::empty();
        let temporary = place.home().join("tmp");
        let launch = Launch::product(place.home()).args(["demo", "--cases", "400"]);
        let mut seat = Seat(launch.start());
        let until = Instant::now() + crate::support::pty::LIMIT;
        while std::fs::read_dir(&temporary).unwrap().count() == 0 {
            assert!(Instant::now() < until, "no place was made");
            seat.wait_quiet(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(wait));
        seat.signal(how);
        seat.wait_exit();
        nothing_left(&place);
    }
}

#[test]
fn a_locked_demo_opens_again_with_any_words() {
    let place = Place::empty();
    let mut seat = demo(&place);
    seat.send("L");
    seat.wait_for("Vergrendeld");
    seat.wait_quiet(Duration::from_millis(300));
    seat.send("wat dan ook<ENTER>");
    seat.wait_for("/60");
    seat.quit();
    nothing_left(&place);
}

#[test]
fn it_ends_at_once_while_a_passphrase_is_tried() {
    let place = Place::made();
    let mut seat = place.start();
    seat.send(PASSPHRASE);
    seat.send("<ENTER>");
    end(&mut seat, End::Terminate);
    drop(seat);
    let mut seat = place.start();
    seat.send(PASSPHRASE);
    end(&mut seat, End::ClosedWindow);
    drop(seat);
    place.open().quit();
}

#[test]
fn a_demo_that_is_ended_from_outside_leaves_nothing() {
    for how in [End::Terminate, End::ClosedWindow] {
        let place = Place::empty();
        let mut seat = demo(&place);
        end(&mut seat, how);
        nothing_left(&place);
    }
}
