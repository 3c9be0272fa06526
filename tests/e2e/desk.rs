//! The open desk: locked by key, resized, left alone, and on terminals that can do little.

use std::time::Duration;

use crate::place::{ASKS, OPEN, PASSPHRASE, Place, Seat};

/// Names and words of the first case, as the screen shows them.
fn words_of_cases(seat: &Seat) -> Vec<String> {
    let text = seat.text();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let long = words.filter(|word| word.chars().count() > 7).map(str::to_owned);
    long.collect()
}

#[test]
fn a_lock_by_key_leaves_nothing_of_a_case_on_the_screen() {
    let place = Place::with_cases(20);
    let mut seat = place.open();
    seat.wait_for("Melding van");
    let locked_words =
        ["Vergrendeld", "Concepten", "bewaard", "Beschermd", "Voorbeeld", "Werkplek"];
    let mut told = words_of_cases(&seat);
    seat.send("N");
    seat.wait_for("Tekst voor collega's");
    seat.send("Zwaluwstaartje");
    seat.wait_for("Zwaluwstaartje");
    told.push("Zwaluwstaartje".to_owned());
    let before = seat.bytes().len();
    seat.send("<C-x>");
    seat.wait_for("Vergrendeld");
    seat.wait_quiet(Duration::from_millis(1_500));
    let screen = seat.text();
    assert!(screen.contains(ASKS) && screen.contains("Vergrendeld"), "the reason stays:\n{screen}");
    let after = String::from_utf8_lossy(&seat.bytes()[before..]).into_owned();
    let own = |word: &String| {
        locked_words.contains(&word.as_str())
            || ["English", "afsluiten", "Veilig", "Wachtzin"].contains(&word.as_str())
    };
    for word in told.iter().filter(|word| !own(word)) {
        assert!(!screen.contains(word.as_str()), "{word} is on the screen:\n{screen}");
        assert!(!after.contains(word.as_str()), "{word} was sent after the lock");
    }
    seat.send("verkeerd<ENTER>");
    seat.wait_for("klopt niet");
    seat.unlock();
    // The half-typed note comes back with its case.
    seat.wait_for("concept");
    seat.send("N");
    seat.wait_for("Zwaluwstaartje");
    seat.send("<C-s>");
    seat.wait_for("Opgeslagen: aantekening");
    seat.wait_gone("concept");
    seat.quit();
}

#[test]
fn what_is_typed_while_it_locks_is_not_lost() {
    let place = Place::with_cases(3);
    let mut seat = place.open();
    seat.send("L");
    seat.send(PASSPHRASE);
    seat.wait_for("Vergrendeld");
    seat.wait_quiet(Duration::from_millis(500));
    seat.send("<ENTER>");
    seat.wait_for(OPEN);
    seat.quit();
}

#[test]
fn a_storm_of_sizes_leaves_the_desk_whole_and_a_tiny_window_obeys_no_key() {
    let place = Place::with_cases(10);
    let mut seat = place.open();
    seat.wait_for("Melding van");
    seat.wait_quiet(Duration::from_millis(300));
    // All but what counts the minutes.
    let still = |screen: &str| {
        let lines = screen.lines().skip(1).filter(|line| !line.contains(" min"));
        lines.map(str::to_owned).collect::<Vec<String>>()
    };
    let whole = still(&seat.text());
    let sizes = [(80, 24), (200, 60), (59, 15), (60, 14), (1, 1), (10, 3), (300, 10), (60, 15)];
    for round in 0..4 {
        for (columns, rows) in sizes {
            seat.resize(columns, rows);
            if round % 2 == 0 {
                seat.wait_quiet(Duration::from_millis(5));
            }
        }
    }
    for (columns, rows) in [(59, 40), (120, 14), (2, 2)] {
        seat.resize(columns, rows);
        seat.wait_quiet(Duration::from_millis(300));
        // Each of these would do something on a desk that can be seen.
        for key in ["q", "n", "o", "L", "a", "<ENTER>", "<C-q>", "<C-s>"] {
            seat.send(key);
        }
        seat.paste("niets");
        seat.wait_quiet(Duration::from_millis(300));
    }
    seat.resize(120, 40);
    seat.wait_until("the desk as it was", |screen| still(screen) == whole);
    seat.quit();
}

#[test]
fn an_idle_desk_sends_nothing_and_wakes_for_the_minute_alone() {
    let place = Place::with_cases(10);
    let mut seat = place.open();
    seat.wait_for("Melding van");
    seat.wait_quiet(Duration::from_secs(3));
    let woken = |seat: &Seat| seat.wake_ups();
    let before = (seat.bytes().len(), woken(&seat), seat.cpu_ms());
    let minute = |seat: &Seat| {
        let text = seat.text();
        text.lines().next().unwrap_or_default().trim_end().chars().rev().take(5).collect::<String>()
    };
    let shown = minute(&seat);
    seat.wait_quiet(Duration::from_secs(20));
    // A minute that ends in between ends the quiet: then the rest is waited out.
    let passed = u64::from(minute(&seat) != shown);
    if passed == 1 {
        seat.wait_quiet(Duration::from_secs(20));
    }
    let (bytes, woken, cpu) = (seat.bytes().len(), woken(&seat), seat.cpu_ms());
    // The minute: the loop, the worker that looks in the folder, and the answer to the drawing.
    assert!(woken - before.1 <= 2 + passed * 8, "woken {} times", woken - before.1);
    assert!(cpu - before.2 <= 20 + passed * 200, "{} ms used", cpu - before.2);
    assert!(bytes - before.0 <= usize::try_from(passed).unwrap() * 200, "{}", bytes - before.0);
    seat.quit();
}

/// Starts with these variables on top of the usual ones.
fn on_terminal(place: &Place, variables: &[(&str, &str)]) -> Seat {
    let launch =
        variables.iter().fold(place.launch(), |launch, (name, value)| launch.env(*name, *value));
    let mut seat = Seat(launch.start());
    seat.wait_for(ASKS);
    seat.unlock();
    seat.wait_for("Melding van");
    seat
}

#[test]
fn every_terminal_gets_a_desk_it_can_draw() {
    let place = Place::with_cases(10);
    for term in ["vt100", "linux", "screen", "tmux-256color"] {
        let mut seat = on_terminal(&place, &[("TERM", term)]);
        assert!(seat.text().contains('┏'), "{term}");
        seat.send("<DOWN><DOWN>");
        seat.wait_for("3/10");
        seat.quit();
    }
}

#[test]
fn no_colour_is_sent_where_none_is_wanted() {
    let place = Place::with_cases(5);
    for variables in [&[("NO_COLOR", "1")][..], &[("TERM", "vt100")][..]] {
        let mut seat = on_terminal(&place, variables);
        seat.quit();
        let coloured = |code: &str| {
            let parts = code.split([';', ':']).filter_map(|part| part.parse::<u16>().ok());
            parts.into_iter().any(|n| matches!(n, 30..=38 | 40..=48 | 90..=107))
        };
        let text = String::from_utf8_lossy(seat.bytes()).into_owned();
        let styles = text.split("\u{1b}[").skip(1).filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
            rest[end..].starts_with('m').then(|| &rest[..end])
        });
        let found: Vec<&str> = styles.filter(|style| coloured(style)).collect();
        assert!(found.is_empty(), "{variables:?}: {found:?}");
    }
}

#[test]
fn without_utf8_the_borders_are_ascii() {
    let place = Place::with_cases(5);
    for locale in ["C", "POSIX", "nl_NL"] {
        let mut seat = on_terminal(&place, &[("LANG", locale), ("LC_ALL", locale)]);
        seat.send("?");
        seat.wait_for("Hulp bij");
        let unnamed = |text: &str| text.contains("? omhoog") || text.contains("? omlaag");
        assert!(!unnamed(&seat.text()), "every key has its name:\n{}", seat.text());
        seat.send("<ESC>");
        seat.wait_gone("Hulp bij");
        seat.quit();
        let text = String::from_utf8_lossy(seat.bytes()).into_owned();
        let drawn = |c: char| matches!(c, '\u{2190}'..='\u{23ff}' | '\u{2500}'..='\u{27bf}');
        let odd: Vec<char> = text.chars().filter(|c| drawn(*c)).collect();
        assert!(odd.is_empty(), "{locale}: {odd:?}");
    }
}

/// Fills what is left of a small disk.
fn fill(disk: &std::path::Path) {
    use std::io::Write;
    let mut file = std::fs::File::create(disk.join("vol")).unwrap();
    for size in [1 << 20, 1 << 12, 1] {
        let block = vec![1_u8; size];
        while file.write_all(&block).is_ok() {}
    }
}

/// Mounts a small disk in memory; `None` where that is not allowed.
fn small_disk(at: &std::path::Path) -> Option<()> {
    let mount = std::process::Command::new("mount");
    let mut mount = mount;
    mount.args(["-t", "tmpfs", "-o", "size=80m,mode=0700", "tmpfs"]).arg(at);
    mount.output().ok().filter(|done| done.status.success()).map(|_| ())
}

struct Disk(std::path::PathBuf);

impl Drop for Disk {
    fn drop(&mut self) {
        let _gone = std::process::Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

#[test]
fn a_full_disk_is_told_and_nothing_is_called_saved_that_is_not() {
    let mut place = Place::empty();
    let disk = place.home().join("schijf");
    std::fs::create_dir(&disk).unwrap();
    if small_disk(&disk).is_none() {
        eprintln!("left out: a small disk cannot be mounted here");
        return;
    }
    let mounted = Disk(disk.clone());
    place.data = disk.join("data");
    place.init();
    place.run(&["synth", "--cases", "2", "--seed", "7"]);
    let mut seat = place.open();
    seat.wait_for("Melding van");
    // The reserve is for the first save on a full disk; after that it is full indeed.
    for round in 0..20 {
        fill(&disk);
        seat.send("N");
        seat.wait_for("Tekst voor collega's");
        seat.send(&format!("volle schijf {round}"));
        seat.wait_for(&format!("volle schijf {round}"));
        seat.send("<C-s>");
        // That the draft could not be kept is said first; the answer is that the form comes back.
        seat.wait_until("an answer", |screen| {
            let back = screen.contains("Tekst voor collega's");
            screen.contains("De schijf is vol") && back || screen.contains("Opgeslagen")
        });
        if seat.text().contains("Tekst voor collega's") {
            break;
        }
        seat.send("g");
        seat.wait_gone("Opgeslagen");
    }
    let told = seat.text();
    assert!(told.contains("De schijf is vol") && told.contains("Tekst voor collega's"), "{told}");
    assert!(!told.contains("Opgeslagen"), "{told}");
    assert!(told.contains("volle schijf"), "what was typed stays:\n{told}");
    std::fs::remove_file(disk.join("vol")).unwrap();
    seat.send(" en weer ruimte<C-s>");
    seat.wait_for("Opgeslagen: aantekening");
    assert!(seat.read_case().contains("en weer ruimte"));
    seat.quit();
    drop(seat);
    let checked = place.run(&["check"]);
    assert!(!checked.is_empty());
    drop(mounted);
}
