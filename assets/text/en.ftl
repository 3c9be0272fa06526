### Wording in English. The same keys, in the same order, stand in nl.ftl and in src/text/keys/.

## common: words used everywhere

app-name = Beschermd
yes = yes
no = no
unknown = unknown
established-unknown = established as unknown
none = none
withheld = the sender may not give this
unsupported = the sender cannot give this
no-information = no information
saved = saved
saved-at = saved { $time }
saving = saving
draft-saved-at = draft kept { $time }
open = open
back = back
next = next
delete = delete
add = add
help = help
nothing-here = There is nothing here yet.
progress = { $done } of { $count }
children =
    { $count ->
        [one] 1 child
       *[other] { $count } children
    }
children-short =
    { $count ->
        [one] 1 child
       *[other] { $count } child.
    }
files =
    { $count ->
        [one] 1 file
       *[other] { $count } files
    }
facts =
    { $count ->
        [one] 1 fact
       *[other] { $count } facts
    }
unborn = unborn
unborn-child = unborn child
expected = due { $date }
sex-male = male
sex-female = female
sex-other = unknown or other
unknown-person = Unknown person

## units: days, hours and dates

days-left =
    { $count ->
        [one] 1 day left
       *[other] { $count } days left
    }
days-left-short = { $count } d left
days-overdue =
    { $count ->
        [one] 1 day overdue
       *[other] { $count } days overdue
    }
days-overdue-short = -{ $count } d
due-today = today
time-left-days-hours = { $days } d { $hours } h left
time-left-hours-minutes = { $hours } h { $minutes } min left
time-left-minutes = { $minutes } min left
time-over-days-hours = -{ $days } d { $hours } h
time-over-hours-minutes = -{ $hours } h { $minutes } min
day-of-term = day { $at } of { $count }
due-by = no later than { $day }
received-on = received { $day }
today = today
yesterday = yesterday
tomorrow = tomorrow
weekday-names-short = Mon Tue Wed Thu Fri Sat Sun
weekday-names-long = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
month-names-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
month-names-long = January February March April May June July August September October November December
typed-today = today now
typed-yesterday = yesterday yd
typed-day-before-yesterday = ereyesterday
typed-tomorrow = tomorrow tmr
typed-day-after-tomorrow = overmorrow
typed-unknown = ? unknown

## why: the deadline explained day by day

why-day-of-receipt = day of receipt, does not count
why-counts = counts
why-saturday = Saturday
why-sunday = Sunday
why-new-year = New Year's Day
why-good-friday = Good Friday
why-easter-monday = Easter Monday
why-kings-day = King's Day
why-queens-day = Queen's Day
why-liberation-day = Liberation Day
why-ascension = Ascension Day
why-whit-monday = Whit Monday
why-christmas-1 = Christmas Day
why-christmas-2 = Boxing Day
why-decreed = equated with a holiday by decree
why-end-moved = the end of the term moves to this day
why-needs-two-ordinary-days = the term must hold at least two ordinary days
clock-statutory-short = statutory
clock-working-short = working days
deadline-answer = The term runs until and including { $day }.
deadline-policy = Counted with policy { $policy }.

## states: the state of a case, its flags and the tracks

state-advice = advice
state-received = received
state-local-voluntary = local, voluntary
state-triage = triage
state-investigation = investigation
state-follow-up = arranging follow-up
state-closed = closed
acute = acute
acute-sign = ACUTE
overseer = oversight of safety
overseer-is = Oversight of safety: { $who }
overseer-none = Nobody oversees safety. Name someone now.
assigned-to = assigned to { $who }
not-assigned = not assigned yet
follow-up-report = follow-up report
dispute = two readings
disputes =
    { $count ->
        [one] 1 difference for a person to decide
       *[other] { $count } differences for a person to decide
    }
dispute-stricter-used = The stricter reading counts until a person decides.
unknown-fact = fact of a newer version; kept and passed on

## errors: what happened, what was kept safe, what to do

error-disk-full = The disk is full. Nothing is lost: all that was shown as saved is there, and your draft is kept. Free some space and save again.
error-disk-full-draft-too = The disk is full. Your last change and the draft are only on this screen. Leave it open, free some space and save again.
error-write = Writing to the disk failed. This change is not saved; earlier work is safe and your draft is kept. Try again or call the administrator.
error-both-damaged = Part of the data is damaged in both copies: { $what }. The rest is safe. Restore a backup or fetch the facts from another workstation.
error-wrong-owner = The data directory does not belong to this user: { $path }. Nothing was opened. Ask the administrator to mend the owner.
error-wrong-mode = Others on this computer can reach { $path }. Nothing was opened. Set the rights to you alone (0700 and 0600).
error-no-workstation = There is no workstation in { $path } yet. Start beschermd without a command to make one, or use init.
error-newer-format = This data was written by a newer version. Nothing was changed. Update the program.
error-memory-short = There is too little memory to open the keyring (64 MB needed). Nothing was changed. Close other programs and try again.
error-key-gone = The key of this case was destroyed. Its content can no longer be read.
error-no-key = Your role may not record this: you do not have the key for it. Nothing was changed and your draft is kept. Ask a colleague who may see the reporter to record it.
error-not-all-keys = Only somebody who holds all keys can do this. Nothing was changed and the recovery code on paper keeps working. Ask the manager.
error-unexpected = Something went wrong in the program. All that was shown as saved is safe. Start again; your draft will be reopened.
error-clock-jumped = The clock of this computer has jumped. Terms are not reordered. Check the date and time.
error-case-unknown = Case { $case } was not found.
error-file-missing = The file { $file } does not exist or may not be read.
error-terminal = This is not a terminal the screen can be drawn in. Use a command, or --linear.
error-window-too-small = The window is too small. Make it at least { $columns } wide and { $rows } high. Keys do nothing now.

## import: reports coming in

import-imported = imported
import-flagged = imported, needs a look
import-cleaned = imported, with characters made visible
import-duplicate = already received
import-conflict = kept aside: for you to decide
import-rejected = rejected
import-progress = { $done } of { $count } files read
import-done = Done: { $imported } imported, { $flagged } to look at, { $duplicate } already known, { $rejected } rejected.
import-as-follow-up = added as a follow-up report to { $number }
reason-not-xml = This is not a readable XML file.
reason-not-json = This is not a readable JSON file.
reason-empty-file = The file is empty.
reason-not-a-report = This is not a report we know.
reason-element-missing = The required element { $element } is missing.
reason-element-unexpected = The element { $element } does not belong here.
reason-element-invalid = The value of { $element } is not allowed.
reason-element-not-nil = The element { $element } may not be empty.
reason-field-unknown = We do not know the field { $field }.
reason-too-large = The file is larger than { $max } MB.
reason-too-deep = The file is nested too deeply.
reason-too-many = The file holds too many elements.
reason-doctype = The file holds a DOCTYPE. That is not allowed.
reason-entity = The file uses entities. That is not allowed.
reason-same-key-other-content = Same sender and reference as { $number }, but other content.
flag-bsn-invalid = BSN is not valid (eleven-test)
flag-date-impossible = date does not exist
flag-reference-missing = reference of the sender is missing
flag-report-id-missing = number of the report is missing
flag-sent-at-invalid = time of sending is not valid
flag-no-child = no child named
flag-no-narrative = no description
flag-hidden-characters = hidden characters

## first-run: making a workstation

strength-weak = weak
strength-fair = fair
strength-strong = strong

## lock: locking and unlocking

unlock-who = Who are you?
unlock-passphrase = Passphrase
unlock-working = Unlocking.
unlock-wrong = The passphrase is not right. Try again.
unlock-use-recovery = Passphrase forgotten? Press { $key } and type your recovery code.
unlock-recovery-wrong = This recovery code does not open the workstation. See whether you have the right paper.
recovery-mistyped = There is a typing error in the code: the last group does not fit the others. Compare it with your paper.
resume-draft = There is a draft from { $when }. Go on with it?

## queue: the queue pane and the header

queue-loading = Reading the queue.

## case: the case, its report and persons

pane-report = Report
pane-persons = Persons
pane-risk = Risk assessment

## command: the command line

command-about = Workstation for the people who receive reports about the safety of children.
command-after-help =
    Without a command the workstation opens.

    Exit code: 0 done · 1 no, overdue, or problems found · 2 command line not understood
    3 input refused, nothing of it stored · 4 fault of disk or data

    A passphrase comes from the terminal or from --passphrase-fd; never from an argument
    or the environment.
command-heading-usage = Usage
command-heading-commands = Commands
command-heading-arguments = Arguments
command-heading-options = Options
command-place-options = [OPTIONS]
command-place-command = [COMMAND]
command-arg-data = Directory with the data of this workstation
command-arg-lang = Language: nl or en
command-arg-passphrase-fd = Read the passphrase (one line) from this inherited file descriptor
command-arg-as = Member of staff, where several share this workstation: name or id
command-arg-help = Show this help
command-arg-version = Show the version
command-arg-inbox = Directory from which the workstation takes reports in while it is open
command-arg-json = Print JSON
command-arg-jsonl = Print JSON, one object a line
command-see-help = To know more: { $program } --help
command-unknown = There is no such command.
command-missing = Another command is expected here.
command-missing-arg = This is missing: { $name }
command-unknown-flag = There is no option { $name }.
command-too-much = There is more on the line than this command takes.
command-conflict = { $name } does not go with another option.
command-not-utf8 = The command line holds characters that are not UTF-8.
command-bad-value = The value for { $name } will not do.
command-bad-day = Give the day as YYYY-MM-DD, for example 2026-10-05.
command-no-terminal = The workstation needs a terminal. Use a command here; see --help.
command-no-home = This user has no home directory. Point to the data with --data.
command-about-deadline = Count a term and explain day by day why
command-arg-received = Day of receipt, YYYY-MM-DD
command-arg-term = Term: triage, investigation, inform, inform-extension or act-now
command-arg-clock = Clock: statutory or working (working days)
command-about-completions = Print a script that completes commands in bash, zsh, fish, elvish or powershell
command-arg-shell = bash, zsh, fish, elvish or powershell
command-about-man = Print the manual page
command-about-form = Forms: check a file, or show what there is
command-about-form-check = Check forms and name every problem with its line
command-about-form-list = Show the forms of the program and of the team
command-arg-form-files = Files ID@VERSION.toml
command-about-init = Make a new workstation
command-arg-organisation = Name of the organisation
command-arg-station = Short code of this workstation, for case numbers (letters, digits, hyphen)
command-arg-staff = Name of the first member of staff
command-arg-role = Role: caseworker, expert or manager
command-ask-organisation = Name of the organisation
command-ask-station = Short code of this workstation, for example ZW1
command-ask-staff = Your name
command-ask-role = Your role (caseworker, expert or manager)
command-ask-passphrase = Passphrase
command-ask-new-passphrase = New passphrase
command-ask-passphrase-again = The same passphrase again
command-new-passphrase-what = Choose a passphrase of four words or more. Without a passphrase or the recovery code nobody can read the data.
command-strength-weak = This passphrase is weak: a program guesses it soon.
command-strength-fair = This passphrase is fair.
command-strength-strong = This passphrase is strong.
command-passphrase-not-read = There is no passphrase on descriptor { $n }. Nothing was changed.
command-passphrase-no-terminal = There is no terminal to ask for the passphrase. Give it with --passphrase-fd.
command-passphrase-odd = This passphrase is too long or holds what is no text. Nothing was changed.
command-passphrase-different = The two passphrases differ. Nothing was changed.
command-passphrase-short = A passphrase has at least { $count } characters.
command-init-missing = Something is missing: --organisation, --station, --staff or --role. Nothing was made.
command-init-done = The workstation is ready in { $path }.
command-recovery-what = This is the recovery code. It is shown only once. Write it down and keep it locked away; it lets you in when all passphrases are lost.
command-bad-name = This name will not do: empty, too long, or with invisible characters. Nothing was made.
command-bad-code = This code will not do: use 1 to 12 letters, digits or hyphens. Nothing was made.
command-bad-role = There is no such role. Choose caseworker, expert or manager. Nothing was made.
command-init-clerk = The first member of staff keeps all keys and cannot be a clerk, who may not see who reported. Choose caseworker, expert or manager. Nothing was made.
command-about-demo = Open a throw-away workstation with invented cases
command-about-synth = Fill the workstation with invented cases, for tests, measurements and courses
command-arg-cases = Number of cases
command-arg-seed = Number the cases follow from: the same number gives the same cases
command-arg-open = The most cases that stand open
command-synth-progress = { $done } of { $count } cases made
command-seed-used = This workstation was filled with this number before. Nothing was added. Choose another number for --seed.
command-no-place = There is no place for a throw-away workstation. Make room in the temporary directory.
command-demo-organisation = Veilig Thuis Example
command-demo-staff = Demo Caseworker
command-about-queue = Show open reports and cases, most urgent first
command-arg-all = Closed cases too
command-queue-counts = { $count } in the list: { $acute } acute, { $today } today, { $overdue } overdue
command-about-due = Show what falls due; exit code 1 when something is overdue
command-arg-within = Within which time: 24h, 3d or 2w
command-bad-within = Give the time as 24h, 3d or 2w.
command-about-find = Find persons and cases by name, birth date, BSN, postcode, telephone or number
command-arg-find = Words to find; - reads them from standard input
command-about-case = Look at a case or add to it
command-arg-case = Case number or id
command-about-case-show = Show a case
command-about-case-history = Show every fact of a case: when, who, where, what
command-about-case-new = Open a case without a report
command-arg-kind = neighbourhood or advice
command-about-case-record = Record a fact or an array of facts; all or nothing
command-arg-fact = File with facts in JSON; - reads standard input
command-about-case-sign = Sign as the second person: a triage decision, a conclusion or an adopted plan
command-arg-fact-id = the fact that is signed: the beginning of its number, see case history
command-fact-id-none = There is no fact { $id } in this case. Nothing was signed. Look with case history.
command-fact-id-several = More than one fact begins with { $id }. Nothing was signed. Give more characters of the number.
command-show-triage = Triage
command-show-decided = decision: { $outcome }
command-show-waits = The decision waits for the second signature: fact { $id }.
command-show-investigate = investigation
command-show-follow-up = follow-up without investigation
command-show-advice = turned into advice
command-show-end = end of involvement
command-show-inadmissible = inadmissible
command-show-assessment = Risk assessment of { $day }: { $safety }, { $risk }
command-show-safe = safe
command-show-safe-with-plan = safe with plan
command-show-unsafe = not safe
command-show-risk-low = risk low
command-show-risk-medium = risk medium
command-show-risk-high = risk high
command-show-no-information = no information on { $count } questions
command-show-safety-plan = Safety plan, version { $number } of { $day }
command-show-family-plan = Family plan, version { $number } of { $day }
command-show-safety-plan-draft = Safety plan, not adopted yet
command-show-family-plan-draft = Family plan, not adopted yet
command-show-duties = To do
command-sealed = sealed
command-about-staff = Who share this workstation: each with a passphrase of their own
command-about-staff-list = Show who share this workstation
command-about-staff-add = Give a colleague a passphrase of their own on this workstation
command-about-staff-passphrase = Change your passphrase
command-arg-new-passphrase-fd = Read the new passphrase (one line) from this open file descriptor
command-staff-added = Your colleague can now open this workstation with their own passphrase.
command-passphrase-changed = Your passphrase is changed. The old one no longer works.
command-about-schema = Print the JSON Schema of a report or of all facts
command-arg-schema = report or facts
command-about-check = Check feeds, database and keys
command-about-rebuild = Build the database anew from the feeds, and heal the feeds from the database
command-about-backup = Make a backup
command-arg-backup = Empty or new directory for the copy
command-about-restore = Put a backup back in the directory of --data
command-arg-restore = Directory with the backup
command-check-feed = Feed { $origin }: { $facts }
command-check-database = Database: { $facts }
command-check-hash = State: { $hash }
command-check-good = All is well.
command-rebuild-done = The database was built anew.
command-backup-done = Backup in { $path }: { $facts }, { $files }. Read back and equal.
command-restore-done = Restored in { $path }: { $facts }, { $files }. The database is built when it is unlocked.
command-input-not-read = The input cannot be read. Nothing was changed.
command-input-not-utf8 = The input is no UTF-8. Nothing was changed.
command-fact-syntax = This is no readable JSON (line { $line }, column { $column }). Nothing was recorded.
command-fact-not = This is no fact: an object with one kind of fact is expected (line { $line }). Nothing was recorded.
command-fact-unknown-kind = There is no such kind of fact. Nothing was recorded.
command-fact-missing = The field { $field } is missing (line { $line }). Nothing was recorded.
command-fact-unknown-field = There is no field { $field } (line { $line }). Nothing was recorded.
command-fact-expected = The value of { $field } will not do (line { $line }, column { $column }). Nothing was recorded.
command-read-only = { $path } can only be read. Nothing was changed.
command-no-access = No access to { $path }. Nothing was changed. Ask the administrator to mend the permissions.
command-disk-fault = The disk gives an error at { $path } (number { $code }). What was shown as saved is safe. Call the administrator.
command-in-use = This workstation is open already: { $owner } on terminal { $terminal } (process { $pid }), since { $since }. Close that first.
command-not-plain = { $path } is no plain file or directory. Nothing was opened.
command-wrong-passphrase = The passphrase is not right. Nothing was changed.
command-which-staff = Several people share this workstation. Say who you are with --as.
command-code-mistyped = The recovery code was mistyped. Nothing was changed.
command-not-empty = There is something in { $path } already. Nothing was changed. Choose an empty or new directory.
command-no-key = Your role may not record this. Nothing was changed.
command-no-such-staff = This member of staff is not known here. Nothing was changed.
command-too-large = This is larger than allowed. Nothing was changed.
command-no-randomness = The machine gives no random numbers. Nothing was changed.
command-too-slow = The database does not open in time. Nothing was changed. Try again.
command-healed = A damaged copy was healed from the good one: { $path }.
command-set-aside = A damaged part was set aside: { $path }.
command-rebuilt = The database was built anew from the feeds ({ $count } facts).
command-feed-healed = The feeds were filled up from the database ({ $count } facts).
command-torn-tail = A half-written save was removed. It had not been acknowledged as saved.
command-lost = Facts are missing from both copies: { $range }. Restore a backup or fetch them from another workstation.
command-end-damaged = The end of the feed is damaged: { $path }. The last facts may be missing.
command-keys-lost = { $count } keys are lost. What they seal cannot be read. Restore a backup.
command-new-life = This workstation begins a new count, because the feed is behind what had been written.
command-reserve = The disk is full. The reserve was released; make room now.
command-network-disk = The data lies on a network disk. That is slower and less certain; use a local disk if you can.
command-feed-damaged = The feed { $path } is damaged from byte { $from } to { $to }.
command-chain-broken = The chain of feed { $origin } does not close.
command-database-damaged = The database cannot be read to its end. Use rebuild.
command-database-lacks = The database lacks { $count } facts that the feeds hold. Use rebuild.
command-feed-lacks = The feeds lack { $count } facts that the database holds. Use rebuild.
command-copy-damaged = One of the two copies is damaged: { $what }.
command-payloads-lost = { $count } facts cannot be read: the key is lost.
command-payloads-damaged = { $count } facts are damaged and cannot be read.
command-part-station = data of the workstation
command-part-keyring = keyring
command-part-vault = vault of keys
command-part-feed = feed
command-part-database = database
command-part-draft = draft
command-part-high-water = position of the feed
command-part-backup = backup
command-unlocking = unlocking
command-opening = opening
command-reading = reading the feeds: { $done } of { $count } kB
command-rebuilding = building: { $done } of { $count } facts
command-checking = checking: { $done } of { $count } facts
command-about-inbox = Take reports in from files and folders
command-arg-paths = Files or folders with reports (CORV XML or JSON)
command-about-report = Reports
command-about-report-new = Take a report in from our own JSON
command-arg-from = File with the report; - reads standard input
command-stays = { $file } could not be kept aside and is still where it was.
command-reason-not-read = The file is not there, may not be read, or is no plain file.
command-reason-encoding = The characters in the file cannot be read.
command-reason-attribute-missing = A required attribute is missing: { $element }.
command-reason-attribute-unexpected = An attribute does not belong here: { $element }.
command-reason-length = The value of { $element } is too long or too short.
command-reason-text = { $element } holds text where only elements may stand.
command-reason-field = The value of the field { $field } will not do.
command-reason-field-missing = The field { $field } is missing.
command-reason-line = (line { $line })
command-reason-later = This kind of message is not taken in yet. Nothing is lost.
command-output-failed = The output cannot be written; the disk may be full. What was saved already is safe.

## rule: why something is refused, what must be done, what is suggested

rule-about-a-case = This fact is not about a case. Record it with the workstation.
rule-opened-once = This case was opened already. Record only what is new.
rule-known-kind = This version does not know this kind of fact. Update the program.
rule-kept-by-us = The program itself keeps messages when it takes them in. Leave this fact out.
rule-advice-without-family = An advice request or contact may hold no data about the family. Make it a report first.
rule-report-known = This report is not in the case. Choose a report of this case.
rule-person-known = This person is not in the case. Add the person first.
rule-two-records = A person cannot be joined with themselves. Choose two different persons.
rule-reason-needed = There is no reason. Give a reason.
rule-link-elsewhere = A case cannot be linked to itself. Choose another case.
rule-overseer-named = Oversight of safety needs an organisation and a person. Fill in both.
rule-staff-known = This member of staff is not known here. Choose one from the list of staff.
rule-acute-needs-action = With acute unsafety, record what is done at once, by whom and when: within 24 hours.
rule-text-needed = The text is empty. Write what is to be recorded.
rule-retractable = This fact cannot be taken back. Record a correction.
rule-day-not-future = This day lies ahead, but it is about something that has happened. Correct the date.
rule-reports-listed = The decision names no report. Choose which reports you decide about.
rule-decision-needs-reasons = The decision has no reasons. Write why you decide this.
rule-urgency-judged = The urgency was not judged yet. Judge the urgency in the triage first.
rule-earlier-checked = Earlier involvement was not checked yet. First record what you found in earlier and open cases.
rule-receiver-named = Follow-up lies with someone else, but it does not say with whom. Fill in the receiver.
rule-late-reason = The decision is later than the last day, counted from receipt. Write why it is late.
rule-second-person = Two different people decide. Have a colleague sign with their own passphrase. Closing after a triage decision takes a new decision.
rule-signable = There is nothing to sign here. Sign a triage decision, a conclusion or an adopted plan of this case.
rule-reporter-told = The reporter was not told yet. Record when and how, or why not, before the case closes.
rule-safety-plan-first = The child is not safe without a plan. First adopt a safety plan with at least one bottom line, or declare acute unsafety.
rule-child-heard = A child of 12 or older was not spoken with yet. Record when that was, or why not.
rule-seen-or-reason = It says neither when the child was seen or spoken with, nor why not. Fill in one of the two.
rule-postponed-two-weeks = Telling can be put off by two weeks at most after the term now running, each time. Choose an earlier day.
rule-postponed-with-ground = Putting off needs a ground. Write why the person cannot be told now.
rule-hidden-on-ground = A professional's name stays hidden on a ground only: danger to the family, danger to the reporter or colleagues, or harm to the relation of trust. Fill in the ground.
rule-open-with-consent = This reporter was promised secrecy. The name may become known with consent only. Write as the reason when and how the reporter agreed.
rule-sheet-known = This form is not in the case. Begin a form first.
rule-sheet-keeps-form = This form was begun with another version. Begin a new form.
rule-form-known = This workstation does not know this form, or another version of it. Put the form in the folder forms.
rule-answer-fits-form = An answer does not fit the question of the form. Choose an answer that the question allows.
rule-conclusion-reasons = The conclusion has no reasons. Write what you base it on; points alone do not decide.
rule-override-reason = The conclusion differs from what the form proposes. Write why.
rule-proposal-told = The proposal beside the conclusion is not what the form proposes. Take it over as it is; your conclusion may differ.
rule-valid-until-ahead = The conclusion has expired on the day itself. Choose until which day it holds.
rule-plan-known = This plan is not in the case. Begin a plan first.
rule-plan-keeps-kind = A safety plan does not become a family plan, nor the other way round. Begin a new plan.
rule-part-known = This part is not in the plan. Choose a part of this plan.
rule-scale-0-10 = A scale runs from 0 to 10. Choose a number between them.
rule-next-version = This is not the next number of the plan. Open the plan again and adopt it then.
rule-plan-as-it-stands = The plan has changed meanwhile. Read it again and adopt what stands now.
rule-plan-settled = Two readings stand side by side in the plan. First choose which one holds.
rule-plan-needs-bottom-line = The safety plan has no bottom line. Write at least one bottom line.
rule-plan-needs-review = It does not say when the plan is looked at again and by whom. Fill in day and name.
rule-plan-needs-owner = An agreement does not say who carries it out. Fill in who.
rule-plan-needs-check = A bottom line or agreement does not say how or by whom it is checked. Fill that in.
rule-plan-needs-alarm = The plan has no alarm route. Write at which sign who calls whom.
rule-danger-needs-goal = A danger has no goal. Write what must be different.
rule-danger-needs-scale = A danger lacks a number. Give a number from 0 to 10 for now and for the goal.
rule-plan-made-with-family = It does not say that the plan was made with parents and network. Make it together, or write why that was not possible.
rule-version-known = This version of the plan was not adopted. Adopt the plan first.
rule-signer-known = Who signs is neither in the case nor in the network of the plan. Add the person first.
rule-signature-or-reason = There is no signature, no reason of refusal and no copy given. Fill in one of the three.
duty-triage = triage decision
duty-first-action = first action within 24 hours
duty-acute-follow-up = acute: look again within 24 hours
duty-inform-person = tell what was recorded
duty-reporter-feedback = tell the reporter
duty-second-signature = second signature on the decision
duty-reassess = assess the risk again
duty-assessment-expires = risk assessment expires
duty-plan-review = look at the plan again
duty-safety-plan = adopt a safety plan
suggest-child-unsafe = The conclusion is that the child is not safe now. Consider declaring acute unsafety and acting at once.
suggest-plan-lacking = The conclusion asks for a safety plan and there is none yet. Consider making it now, with parents and network.
suggest-direct-intervention = Direct intervention is needed. Consider investigating ourselves.
suggest-anonymity-promised = The reporter was promised secrecy. Consider investigating ourselves.
suggest-denial = The family denies it. Consider investigating ourselves.
suggest-minimising = The family makes it smaller than it is. Consider investigating ourselves.
suggest-refusal = The family refuses help or to talk. Consider investigating ourselves.
suggest-too-little-information = There is too little information. Consider investigating ourselves.
suggest-physician-looks = The nature of the report asks for a physician. Consider having a child-abuse physician look along.
suggest-source = Source: { $source }

## form: fields of a report and of a person

channel-corv = CORV
channel-own-initiative = own initiative
bsn-verified = verified
bsn-unverified = not verified
part-victim = victim
part-witness = witness
part-sibling = sibling
part-other = other

## forms: forms as data, and what is wrong in the file of one

form-problem-at = line { $line }: { $what }
form-problem-in = line { $line }, { $field }: { $what }
form-problem-file-too-long = The file is too large: { $max } KiB at most. Make it two forms.
form-problem-not-text = Something here is not text. Save the file as UTF-8.
form-problem-not-toml = This is not TOML ({ $what }). Look at quotes, brackets and the = sign.
form-problem-file-name = The file is called otherwise than the form. Name it ID@VERSION.toml, with the id and version that stand in it.
form-problem-unknown-key = This field does not exist. Check the spelling, or take it away.
form-problem-missing = This field is missing. Fill it in.
form-problem-wrong-kind = This must be { $wanted }.
form-wanted-text = a text between quotes
form-wanted-number = a whole number
form-wanted-flag = true or false
form-wanted-list = a list between [ and ]
form-wanted-table = a table with fields
form-problem-bad-id = An id has 1 to { $max } characters: small letters, digits and hyphens.
form-problem-twice = This occurs twice. Give one of them another name.
form-problem-out-of-range = The number must be from { $min } to { $max }.
form-problem-not-one-of = Choose one of these words: { $words }.
form-problem-empty = There is nothing here. Fill it in or take the field away.
form-problem-text-too-long = The text is too long: { $max } characters at most.
form-problem-control = There is an invisible character, or a line break that may not stand here. Take it away.
form-problem-too-many-items = A form has { $max } questions at most. Take some away or make it two forms.
form-problem-too-many-options = A question has { $max } options at most. Take some away.
form-problem-too-few-options = There are too few options. Add one.
form-problem-not-for-kind = This field does not go with this kind of question. Take it away or choose another kind.
form-problem-options-and-scale = Give options or a scale, not both.
form-problem-bad-scale = A scale is two whole numbers, the lower first, such as [0, 10], with { $max } steps at most.
form-problem-points-without-group = These points count nowhere. Add a group or take the points away.
form-problem-group-without-points = This question is in a group but gives no points. Add points or take group away.
form-problem-one-test = A condition has exactly one of is and not.
form-problem-no-such-item = No question has this id. Check the spelling of the id.
form-problem-looks-ahead = A condition may only look at a question that comes earlier in the form. Move that question up.
form-problem-other-persons = A condition looks at the same person or at the case. This question is about other persons.
form-problem-open-item = A condition can only look at a question with options or at yes-no.
form-problem-no-such-option = The question does not have this answer. Check the spelling.
form-problem-meaning-twice = Another question has this meaning already. Take means away from one of them.
form-problem-meaning-kind = A question with this meaning is of this kind: { $words }.
form-problem-meaning-options = A question with this meaning has exactly these options: { $words }.
form-problem-meaning-per-person = A meaning belongs to a question about the case. This question is asked for each person.
form-problem-no-meaning = No question has means = "{ $words }". Add it.
form-problem-no-such-group = No question counts in this group. Check the spelling of the name.
form-problem-never-reached = This proposal is never made: an earlier one applies first. Put the highest number first.
form-left-out-refused = The form { $file } is not used; problems in it: { $count }. 'beschermd form check' names each with its line.
form-left-out-unreadable = The form { $file } cannot be read and is not used. See whether it is an ordinary file that you may read.
form-left-out-published-id = The form { $file } is not used: the program has a form with this id already. Give it another id.
form-left-out-twice = The form { $file } is not used: another file has the same id and version.
form-left-out-work = The form { $file } is not used: use = "work" belongs to the program itself. Choose own, scaling, child-voice or assessment.
form-left-out-too-many = There are more than { $count } forms in the folder forms. The rest is not used.
form-good = { $file }: good; { $count } questions
form-use-assessment = risk assessment
form-use-child-voice = the child's own voice
form-use-scaling = scaling
form-use-work = working form
form-use-own = own form
form-from-team = of the team
form-from-program = of the program

## help: help and the palette

palette-title = Do anything
keys-clash = keys.toml has two actions under { $chord }: { $first } and { $second }. The first one counts.

## telephone: the telephone, the report form, persons and relations

contact-title = New contact
contact-kind = What is it
contact-kind-report = report
contact-kind-advice = advice request
contact-kind-addition = addition to a known case
contact-kind-question = question
contact-kind-not-for-us = not for us
contact-section-start = Contact
contact-section-receipt = Receipt
contact-section-acute = Safety now
contact-section-story = What was told
contact-section-codes = What it is about
contact-section-circumstances = Circumstances
contact-section-reporter = Reporter
contact-section-informing = Who knows of it
contact-section-add = More
contact-section-advice = Advice
contact-section-answer = Answer
contact-section-addition = Addition
contact-day = Day of receipt
contact-time = Time of receipt
contact-channel = How it came in
contact-channel-telephone = telephone
contact-channel-in-person = at the desk
contact-channel-written = letter or mail
contact-channel-own = own initiative
contact-acute = Is a child in danger now
contact-action-what = What do we do at once
contact-action-who = Who does it
contact-action-when = When (time)
contact-incident = What happened, when, who saw it
contact-concern = Why the reporter worries
contact-additional = Also told
contact-request = What the reporter asks for
contact-report-date = Day it was reported elsewhere
contact-incident-date = Day of the incident
contact-place = Place
contact-linked-case = Belongs to case (number)
contact-problem-linked = There is no open case with this number. Look a closed case up and record an addition there.
contact-report-number = Reporter's own number
contact-reasons = Reason for contact
contact-natures = Nature
contact-capacity = Capacity of the reporter
contact-weapons = Are there weapons
contact-children-present = Were children present
contact-restraining = Restraining order
contact-arrest = Arrest
contact-charge = Charge
contact-honour = Honour-related
contact-help = Help already present
contact-earlier = Earlier registrations
contact-stalking = SASH filled in
contact-stalking-level = SASH level
contact-stalking-low = low
contact-stalking-medium = medium
contact-stalking-high = high
contact-meeting = On the joint meeting's agenda
contact-reporter-name = Name of the reporter
contact-reporter-organisation = Organisation
contact-reporter-department = Department
contact-reporter-phone = Telephone
contact-reporter-mail = Mail
contact-disclosure = May the family know who reported
contact-disclosure-open = yes, openly
contact-disclosure-hidden = no, hidden from the family
contact-disclosure-not-asked = not asked yet
contact-disclosure-ground = Ground for hiding
contact-told-family = What the family knows, and how they reacted
contact-told-reporter = Told to the reporter (procedure, rights)
contact-add-person = add a person
contact-add-relation = add a relation
person-role = Role
person-first = Forenames
person-prefix = Prefix
person-last = Family name
person-sex = Sex
person-sex-male = male
person-sex-female = female
person-sex-unknown = unknown
person-born = Not yet born
person-birth = Born (or due)
person-bsn = BSN
person-bsn-status = BSN checked
person-bsn-verified = yes, in the register
person-bsn-unverified = no, as heard
person-bsn-none = has no BSN
person-authority = Has authority
person-part = Part in what was reported
person-part-victim = victim
person-part-perpetrator = perpetrator (as reported)
person-part-witness = witness
person-part-sibling = sibling
person-part-other = other
person-street = Street
person-number = House number
person-postcode = Postcode
person-city = Town
person-stays = Stays here
person-stays-actual = yes, only stays here
person-stays-formal = is registered here
person-shielded = Address is shielded
person-phone = Telephone
person-mail = Mail
person-safe-to-call = Safe to call
person-nationality = Nationality
person-language = Language
person-interpreter = Interpreter needed
person-school = School or childcare
person-doctor = General practitioner
person-died = Died on
person-remark = Remark
relation-from = Who (number of the person)
relation-of = Of whom (number of the person)
relation-text = Is (father, grandmother, neighbour …)
relation-role = Role in the list
relation-authority = Has authority over
relation-household = Same household
relation-since = Since
relation-until = Until
relation-source = Who told us
contact-advice-steps = What was advised
advice-talk-parents = talk with the parents first
advice-talk-child = talk with the child
advice-consult = ask a colleague or specialist
advice-help = arrange help
advice-report = make a report
advice-police = call the police: danger now
advice-call-again = call us again
advice-index = use the referral index
contact-advice-privacy = With advice we store nothing about the family.
contact-topic = About what, or where to
topic-our-work = how we work
topic-earlier-report = an earlier report
topic-rights = data, access, complaint
topic-neighbourhood = neighbourhood team
topic-police = police or emergency line
topic-adult = violence without children
topic-health = health care
topic-other = something else
contact-known-case = Number of the case
contact-addition-text = What is new
contact-problem-story = Write down what happened, even if it is little.
contact-problem-wanted = This is still empty. You can save; it stays visible as empty.
contact-problem-action = Danger now needs what you do at once, who and when.
contact-problem-date = This is not a day. Write for example 10-10-2026, yesterday or 2016.
contact-problem-time = This is not a time. Write for example 14:32 or 1432.
contact-problem-future = This day lies in the future.
contact-problem-bsn = This BSN fails the eleven-test. Check it or put it in the remark.
contact-problem-unborn = An unborn child needs the due date.
contact-problem-mother = An unborn child needs the mother as a person.
contact-problem-person-number = There is no person with this number.
contact-problem-ground = Write the ground for hiding the reporter.
contact-problem-case = There is no case with this number.
contact-problem-empty = There is nothing here to save yet.
contact-problem-postcode = A postcode is four digits and two letters.
contact-hint-again = Still empty: {$count}. Saving once more keeps it like this.
contact-hint-blocked = This comes first: see the fields with an exclamation mark.
contact-turned = This is now: { $kind }. What you typed is kept.
contact-person-n = Person {$n}
contact-relation-n = Relation {$n}
contact-filter = find: {$text}
contact-pick-hint = type to search · ← → · Enter picks
contact-required = required
contact-empty = —
contact-still-empty = still empty: { $count }
drafts-title = Half filled in
drafts-line = begun { $time }
drafts-no-words = no text yet
confirm-discard = Everything typed in this contact will be thrown away. It cannot be brought back. Throw it away?
said-discarded = The draft is thrown away. Nothing was saved.
said-no-contact-draft = Nothing is half filled in. A half-typed note stands with its case.
intent-add-to-case = addition
intent-add-person = add person
intent-discard = throw away
context-drafts = half filled in
also-add-to-case = aanvullen bijschrijven vervolg bekend terugbellen addition follow-up more known
also-add-person = kind ouder gezinslid nog iemand person child parent add
also-discard = concept verwijderen wissen leeg vergeten delete remove draft throw away
also-turn = soort wijzigen advies melding vraag niet voor ons kind change report advice question
also-submit = bewaren vastleggen klaar save store record done

## station: what the workstation found, healed or could not do

lock-held-short = This workstation is already open in another window. Nothing was changed.
error-wrong-mode-short = Others on this computer can reach the data. Nothing was opened. Ask the administrator to set the rights to 0700 and 0600.
error-wrong-owner-short = The data directory does not belong to this user. Nothing was opened. Ask the administrator to mend the owner.
error-keys-damaged-short = The keys are damaged in both copies. The data is there but cannot be read. Restore a backup.
error-damaged-short = Part of the data is damaged. What can be read is safe. Run 'beschermd check' to see what is missing.
error-no-workstation-short = There is no workstation here yet.
error-workstation-exists-short = There is a workstation here already, or the directory is not empty. Nothing was changed.
error-too-large = This text is too large to save in one go. Nothing was saved; make the text shorter.
healed-copy = A damaged copy was restored from the other. Nothing was lost.
healed-set-aside = A damaged part was set aside as { $path }. The other copy is used.
healed-rebuilt = The database was built anew: { $count } facts. Nothing was lost.
healed-feed = { $count } facts were restored from the database. Nothing was lost.
healed-tail = A save that was cut off half-way was cleared away. It had not been shown as saved.
healed-new-life = This is a restored backup. The workstation goes on under a new series.
lost-events = These facts are lost on this workstation: { $range }. Restore a backup or fetch them from a colleague.
lost-end = The end of { $path } is damaged. How much is missing cannot be told. Compare with a backup.
lost-keys = { $count } keys are lost. What they seal cannot be read. Restore a backup.
disk-reserve-used = The disk is full. The reserve was used so that you can still save. Free some space today.
disk-on-network = The data lies on a network disk. That is not safe enough when the power fails. Put it on a local disk.
error-case-gone = This case is not (or no longer) on this workstation.
work-inbox = Taking in reports
alike-report-number = same report number
alike-bsn = same BSN
alike-name-birth = same name and birth date
alike-address = same address
code-unproved = The recovery code was not written down yet. Press H to make a new one. Without the code and without the passphrase the data can never be read again.
alike-found = These people may be known already: { $count }. Press x and decide whether the cases belong together.
inbox-conflict = This sender used this reference before with other content. The file is put aside; see which one holds.
inbox-taken = Taken in from the folder: { $count }. Put aside: { $aside }.
inbox-aside = Put aside in the folder quarantine: { $file }. { $reason }

## plan: plans and assessments on the desk

plan-safety = Safety plan
plan-family = Family plan
plan-section-dangers = Why: dangers
plan-section-bottom-lines = What: bottom lines
plan-section-agreements = How: agreements
plan-section-interventions = How: help
plan-section-network = Network
plan-section-alarm = Signs and who calls whom
plan-section-rules = Contact and residence
plan-section-child-versions = In the child’s words
plan-section-dissents = Does not agree
plan-section-goals = Goals
plan-one-danger = danger { $number }
plan-one-bottom-line = bottom line { $number }
plan-one-agreement = agreement { $number }
plan-one-intervention = help { $number }
plan-one-alarm = sign { $number }
plan-rule-contact = contact
plan-rule-residence = residence
plan-area-home = home
plan-area-parenting = parenting
plan-area-health = health
plan-area-school = school and work
plan-area-money = money
plan-area-network = people around us
plan-area-leisure = leisure
plan-area-safety = safety
plan-phase-safety = safety first
plan-phase-causes = causes
plan-phase-recovery = recovery
plan-new-danger = + danger
plan-new-bottom-line = + bottom line
plan-new-agreement = + agreement
plan-new-intervention = + help
plan-new-member = + somebody of the network
plan-new-alarm = + sign
plan-new-rule = + rule
plan-new-child-version = + words of a child
plan-new-dissent = + who does not agree
plan-new-goal = + goal
plan-new-hint = Enter: choose a beginning or empty
plan-field-goal = Goal
plan-field-scale = Scale
plan-scale = now { $now }, wanted { $wanted }
plan-field-item = Comes from
plan-field-minimum = Least
plan-field-check = Check
plan-field-consequence = When broken
plan-field-who = Who
plan-field-when = When
plan-field-checked-by = Who checks
plan-field-provider = By
plan-field-from = From
plan-field-until = Until
plan-emergency-help = emergency help
plan-field-role = Who this is
plan-field-phone = Telephone
plan-field-consents = Takes part
plan-field-caller = Who calls
plan-field-called = Calls
plan-field-now = Now
plan-field-action = What we do
plan-nobody-yet = not filled in yet
plan-for-all-children = all children
plan-label-children = Children
plan-child-in = in this plan
plan-child-out = not in this plan
plan-label-owner = Keeps the plan
plan-label-start = Begins on
plan-label-review = Looking back
plan-review = { $day }, with { $who }
plan-review-today = { $day }: that is today
plan-review-past = { $day }: that has passed
plan-label-made-with = Made together
plan-made-with = parents: { $parents } · network: { $network }
plan-label-situation = Situation
plan-label-emergency = In an emergency
plan-words-of-family = Own words: { $words }
plan-words-none = the family’s own words: not yet
plan-embeds = Belongs to it: the safety plan
plan-embeds-none = no safety plan yet
plan-begin-safety = Begin a safety plan
plan-begin-safety-hint = This is always possible, also without a report. Do not wait.
plan-begin-family = Begin a family plan
plan-begin-family-hint = All areas of life: safety first, then the causes, then recovery. The safety plan belongs to it.
plan-none = There is no plan yet.
plan-head-lacks = 
    { $kind }: { $count ->
        [one] 1 thing is still needed
       *[other] { $count } things are still needed
    } to adopt it
plan-head-complete = { $kind }: complete
plan-head-version = Version { $number } holds since { $day }.
plan-head-no-version = Not adopted yet: this is a draft.
plan-head-changed = 
    { $count ->
        [one] 1 thing has changed since this version.
       *[other] { $count } things have changed since this version.
    }
plan-head-disputes = 
    { $count ->
        [one] 1 part is in dispute: choose what holds.
       *[other] { $count } parts are in dispute: choose what holds.
    }
plan-lack = Needed
plan-lack-rule = Needed (rule { $number })
plan-adopt = Adopt
plan-adopt-lacks = This is possible when all that is needed is filled in.
plan-adopt-ready = Enter: adopt version { $number }
plan-adopt-same = Version { $number } equals what stands here.
plan-adopt-disputed = First choose what holds where colleagues disagree.
plan-changes = Difference with version { $number }
plan-changes-none = none
plan-changes-count = 
    { $count ->
        [one] 1 difference
       *[other] { $count } differences
    }
plan-change-added = added
plan-change-removed = removed
plan-change-was = was
plan-change-is = is now
plan-change-moved = other order
plan-version = Version { $number }
plan-version-adopted = adopted on { $day } by { $who }
plan-version-second = second signature: { $who }
plan-version-waits = no second signature of a colleague yet
plan-signed = signed on { $day }
plan-refused = does not sign: { $why }
plan-not-signed = not signed yet
plan-copy-given = got the plan on { $day }
plan-no-copy = does not have the plan yet
plan-disputed-said = in dispute
pick-template = Choose a beginning
pick-empty = empty
pick-danger-item = Which answer does this danger come from?
pick-no-item = from no answer
pick-instrument = Which form do you fill in?
pick-nothing = Nothing found. Type less.
confirm-adopt = You adopt version { $number }: what stands here now is the agreement then. A later change becomes a new version. Adopt?
confirm-remove-part = This part leaves the plan: “{ $what }”. It can still be read in versions that were adopted. Take it away?
said-plan-begun = The plan is begun.
said-plan-adopted = The plan is adopted. Have it signed now and give everybody a copy.
said-plan-saved = Saved in the plan.
said-part-removed = The part was taken out of the plan.
said-not-a-part = First choose a part of the plan.
said-plan-lacks = This plan cannot be adopted yet. At the top stands what is needed.
said-no-version = There is no adopted version yet.
said-no-answers = There is no assessment with an answer to refer to.
said-only-a-danger = Only a danger can come from an assessment.
said-day-whole = Fill in the whole day: day, month and year.
said-day-stays = There was a day here. Choose another day; it cannot become empty.
said-review-day = Fill in the day of looking back too.
plan-version-not-whole = Not all of this version can be read here. Ask a colleague or another workstation.
pick-section = What is added to the plan?
intent-origin = answer the danger comes from
also-origin = origin assessment link source herkomst beoordeling koppelen
risk-new = + assessment
risk-new-hint = Enter or n: choose a form
risk-none = There is no conclusion on safety and risk yet.
risk-standing = On { $day }: { $safety } · risk { $risk }
risk-again = Look again
risk-again-report = A new report came after the last conclusion (rule 16).
risk-again-incident = Something significant happened after the last conclusion (rule 16).
risk-again-expired = The last conclusion no longer counts: its day has passed (rule 16).
risk-again-never = No conclusion was ever drawn (rule 15).
risk-title = { $title } (version { $version })
risk-open = no conclusion yet: Enter goes on
risk-concluded = { $safety } · risk { $risk } · { $confidence }
risk-valid = counts until { $day }
risk-was-valid = counted until { $day }
risk-no-information = no information: { $count }
risk-no-information-of = no information: { $count } of { $all }
risk-unanswered = 
    { $count ->
        [one] 1 question was left open
       *[other] { $count } questions were left open
    }
risk-override = Other than the form proposes ({ $proposed }): { $why }
risk-dangers = Danger according to the answers
risk-second-reader = Second reader
risk-second-none = nobody yet; Enter: a colleague reads along
risk-scales = Everybody’s numbers
risk-rater-worker = worker
risk-apart = 
    { $count ->
        [one] 1 point apart
       *[other] { $count } points apart
    }
safety-safe = safe
safety-with-plan = safe with a plan
safety-unsafe = unsafe
risk-low = low
risk-medium = medium
risk-high = high
confidence-low = little certain
confidence-medium = fairly certain
confidence-high = very certain
compare-title = Compare: { $title }
compare-question = question
compare-changed = 
    { $count ->
        [one] 1 answer has changed; it has a sign.
       *[other] { $count } answers have changed; they have a sign.
    }
compare-none = no answer
said-nothing-to-compare = There is no earlier form of the same kind to compare with.

## casework: the work on a case, and signing
context-casework = the work on a case
context-signing = a colleague signs
intent-triage = triage
intent-risk = risk
intent-plan = plan
intent-duties = duties
intent-read = read all
intent-new-row = new
intent-duplicate = one more like it
intent-row-down = row down
intent-row-up = row up
intent-remove = take away
intent-versions = versions
intent-print = print
intent-sign = sign
intent-incident = significant event
also-triage = veiligheidsbeoordeling besluit decision urgency beoordelen stappen steps vijf dagen
also-risk = risicotaxatie inschatting gevaar assessment risk safety instrument vragenlijst
also-plan = veiligheidsplan gezinsplan bodemeis afspraken safety plan family agreements
also-duties = plichten termijnen herinnering deadlines duties reminders due agenda
also-sign = handtekening tweede akkoord medeondertekenen countersign signature second
also-incident = gebeurtenis incident voorval nieuw geweld event happened
also-print = papier pdf brief print paper letter
tab-triage = Triage
tab-risk = Risk
tab-plan = Plan
tab-duties = Duties
urgency-acute = urgency: now
urgency-day = urgency: 24 hours
urgency-five-days = urgency: five days
other-clock-working = in working days: { $day }
other-clock-statutory = by law: { $day }
sign-title = A colleague signs
sign-decision = The decision after the triage
sign-conclusion = The conclusion of the risk assessment
sign-plan = The adopted plan
sign-explained = Two people decide together. Read what it says and sign with your own passphrase. Whoever works here goes on working here.
sign-who = Who signs?
sign-elsewhere = Or close this with Esc: a colleague can also sign on a workstation of their own.
confirm-sign = You sign what { $who } recorded. Have you read it and do you agree?
said-signed = Signed and saved.
said-sign-not-own = Nobody signs what they recorded themselves. Nothing was saved. Let a colleague sign: press Enter on this row.
said-nobody-to-sign = No colleague on this workstation can sign. The decision is saved and waits. A colleague signs on a workstation of their own, or add a colleague with: beschermd staff add.
said-acute-needs-report = There is no family here yet. Make it a report first; the question about acute danger is at its top. All you typed stays.
problem-whole-day = Write the whole day: day, month and year. When you do not know the day, leave this empty and say so in the explanation.
said-nothing-to-sign = There is nothing to sign here now.
step-acute = Acute unsafety
step-urgency = How soon
step-earlier = Known before
step-index = Referral index
step-inquiries = Information asked
step-family = Contact with the family
step-child = { $who }: seen
step-expertise = Who looks along
step-nature = Nature of the report
step-analysis = What is going on
step-incident = Event
step-suggested = The protocol says
step-informed = { $who }: told
step-reporter = Back to the reporter
step-decision = Decision
step-signature = Second signature
step-open = not filled in yet
step-open-until = not yet, by { $day }
step-disputed = Two readings stand against each other here. The stricter one counts. Open the form and fill in what holds; that settles it.
within-now = now
within-day = within 24 hours
within-five-days = within five days
acute-action = { $what }, by { $who }, { $when }
check-found = yes
check-nothing = no
check-unknown = not searched yet
family-spoken = spoken with { $day }, { $with }
family-not-spoken = not spoken with: { $why }
family-accepts = sees the worries and wants help
family-denies = says it did not happen
family-minimises = thinks it is not so bad
family-refuses = does not want help or contact
family-unclear = not clear
expertise-none = nobody more needed
expertise-physician = child-abuse physician
expertise-behavioural = behavioural expert
expertise-legal = lawyer
expertise-interpreter = interpreter
expertise-police = police
expertise-other = somebody else
link-closed-case = closed case
inquiries-none = nothing asked yet; press n
inquiries-count = { $count } asked, { $open } without an answer
inquiry-waits = asked { $day }, waits: { $question }
inquiry-answered = answer { $day }: { $answer }
taken-away = taken away
seen-on = seen { $day }
spoken-on = spoken with { $day }
not-seen-because = not: { $why }
told-on = told { $day }
not-told-because = not told: { $why }
postponed-until = put off until { $day }: { $ground }
late-because = late: { $why }
outcome-investigate = investigation by us
outcome-local = follow-up by the neighbourhood team
outcome-professional = follow-up by those already involved
outcome-team = follow-up by a team of several organisations
outcome-ourselves = follow-up by us
outcome-advice = it becomes advice
outcome-end = end: no worries remain
outcome-inadmissible = not for us
signature-by-colleague = waits for a colleague; { $who } decided and does not sign
signature-by-you = waits for your signature or another one; { $who } decided
decision-stands = Decided: { $outcome }.
decision-waits = The decision waits for the second signature and does not count yet.
decision-disputed = Two decisions stand against each other: nothing is decided. Make a new decision together.
decision-late = Late: the last day was { $day }. The decision asks why it is late.
decision-again = another report came; a new decision by { $day }
decision-possible = All that a decision needs is there.
decision-needs = Still needed for a decision: { $list }.
triage-still-open = Also still open: { $list }.
triage-not-for-advice = This is an advice: it holds no family and has no triage. Make it a report first if that is needed.
help-acute = Rule 1: in acute unsafety something is done at once, with who and when. Within 24 hours somebody looks again. The plan may come later. Enter: look again or end it.
help-urgency = Judge this first: must something be done now, within 24 hours or within five days? Without it no decision is possible.
help-earlier = Search in open and closed cases. Below are cases that may be about the same people; x decides. Without this step no decision is possible.
help-link = The program never joins cases by itself. Enter or x: look, confirm or reject.
help-index = The referral index says only who is involved, not why. Source: Youth Act, article 7.1.
help-inquiries = Ask no more than needed, and write down why you may ask. A refusal is an answer too. n: new question, x: take away.
help-family = The family hears what was reported, unless telling causes danger. Denying, minimising or refusing can be a reason to investigate. Source: meldcode.nu/triage.
help-child = Was this child seen and spoken with, by whom, and what did it say? If not: why not.
help-child-heard = Rule 36: this child is twelve or older. It was spoken with, or it is said why not; else no decision is possible.
help-expertise = Who is needed to decide well? A physician must be available. Source: Uitvoeringsbesluit Wmo 2015, article 4.1.2.
help-nature = The codes of Statistics Netherlands: everything that is suspected.
help-analysis = First what is certain and from whom, then what you make of it. The family may read this; do not name the reporter.
help-incident = Rule 16: after a significant event the risk is assessed again. i: new event, x: take away.
help-suggested = This is a suggestion and decides nothing. You may decide otherwise.
help-informed = Rule 17: whoever is in the file hears so within four weeks. It can be put off with a reason, by at most two weeks each time. Source: Wmo 2015, article 5.3.1.
help-reporter = Rule 22: the reporter hears what is done with the report. Source: Wmo 2015, article 4.1.1, second paragraph.
help-decision = Rules 3 and 4: decided within five days, counted from receipt; later with a reason. Two different people decide. Source: Uitvoeringsbesluit Wmo 2015, article 4.1.7.
help-signature = Rule 14: whoever decides does not sign. Enter: a colleague signs here with their own passphrase. s: you sign what a colleague decided.
duties-none = Nothing is open.
duties-open =
    { $count ->
        [one] 1 duty is open.
       *[other] { $count } duties are open.
    }
duties-late =
    { $count ->
        [one] 1 duty is late.
       *[other] { $count } duties are late.
    }
duty-due = by { $day }, { $left }
duty-met = done { $day } (due { $due })
duty-met-late = done late { $day } (due { $due })
duty-rule = Rule { $rule }. Enter: to where this is done.
confirm-take-away = You take this row away. What it said stays in the history. Go on?
said-taken-away = Taken away and saved.
## sheet: forms that are filled in about a case

flag-hint = Space changes it
scale-hint = type 0–9, t is 10 · ← → Enter
pick-key-hint = press the key before it · ← → Enter
pick-keys-hint = each key switches on or off · Tab goes on
sheet-disputed = Colleagues answered differently: {$values}. Fill in what holds. Leaving it empty changes nothing.
sheet-taken-away = taken away
sheet-no-information = no information: {$count} of {$asked}
sheet-still-empty = still empty: {$count}
sheet-proposal = Proposal: {$what}. {$why} A person decides.
sheet-seen-on = … seen or heard on
sheet-source = … source
sheet-critical = … critical
sheet-note = … explanation
sheet-worker = the worker
sheet-nameless = name not known
sheet-second = {$heading} ({$n})
sheet-problem-past = This is in the future. Fill in a day that has been.
sheet-problem-future = This day has passed. Fill in a day that is still to come.
sheet-problem-required = The form cannot be saved without this answer.
sheet-problem-wanted = This answer is still missing.
sheet-problem-nothing = Nothing was filled in or changed yet. Fill something in, or go back with Esc.
sheet-problem-conclusion = The conclusion was begun but is not complete. Fill this in too, or take the other answers of the conclusion away.
sheet-problem-override = The conclusion differs from the proposal. Write down why.
sheet-problem-form-gone = This form is no longer on this workstation. What you filled in is still in the draft. Ask the administrator to put the form back.
said-sheet = The form was saved.
said-sheet-resumed = Going on with what you filled in before.
said-sheet-reading = The case is still being read. The form opens in a moment.
confirm-discard-sheet = Throw away everything you filled in on this form? What was saved before stays.
said-sheet-discarded = Thrown away. What was saved before is still there.
context-sheet-form = Form about a case
intent-item-help = explain
also-item-help = help explain question uitleg vraag

## app: the workstation

pane-queue = Reports
triage-of = Triage · { $number }
pane-plan = Safety plan
header-counts = { $acute } acute · { $today } today · { $overdue } overdue
queue-empty-now = The queue is empty. Press { $key } for a new contact, or put reports in the inbox folder.
queue-empty-filter = Nothing with this filter. Press { $key } for another filter.
queue-drafts =
    { $count ->
        [one] 1 draft: { $key } goes on with it
       *[other] { $count } drafts: { $key } goes on with the latest
    }
name-unknown = name unknown
mark-draft = draft
mark-dispute = 2 readings
mark-flag = look
mark-suggestion = alike
no-case-chosen = Choose a report in the queue.
case-loading = Reading the case.
no-due-day = no deadline
due-by-why = by { $day } ({ $clock }) · { $key } why
due-by-short = { $day } · { $key } why
overdue-since = overdue since { $day } · { $key } why
more-below =
    { $count ->
        [one] 1 more line
       *[other] { $count } more lines
    }
starting-up = Beschermd is starting.
leaving-now = Beschermd is closing. What was saved is safe.
cannot-draw = This screen cannot be drawn as usual. Everything that was saved is safe.
cannot-draw-case = Case { $number }. Tell this number to the administrator.
search-title = Find
search-hint = Name, case number, birth date, BSN, postcode and number, telephone.
search-nothing = Nothing found. Try a part of the name or the birth date.
search-running = searching
found-by-number = case number
found-by-name = name
found-by-birth = birth date
found-by-bsn = BSN
found-by-address = address
found-by-phone = telephone
found-by-sound = sounds like
palette-nothing = Nothing found.
help-of-title = Help for { $place }
help-hint = Type a key or a word. Enter runs the line.
notices-title = Messages
notices-none = There are no messages.
why-title = Why this day
links-title = Links
confirm-title = Are you sure?
work-title = Working
work-cancel = { $key } stops. What is done is kept.
work-rebuild = rebuilding the database
ask-language = In which language do you want to work?
hint-language = You can change the language at any time.
language-dutch = Nederlands
language-english = English
ask-organisation = To which organisation does this workstation belong?
hint-organisation = For example: Veilig Thuis IJsselland.
ask-code = Which short code does this workstation get?
hint-code = Stands in every case number. For example ZW1. Letters and digits, six at most.
ask-name = What is your name?
hint-name = As colleagues know you. Stands beside everything you record.
ask-role = What is your role?
hint-role = The role decides what you may see. Who makes the workstation keeps all keys.
role-caseworker = caseworker: takes in and handles
role-expert = physician or behavioural expert
role-manager = manager
role-clerk = clerk
ask-passphrase = Choose a passphrase.
hint-passphrase = Four words that have nothing to do with you are strong and easy to remember. Twelve characters at least.
ask-again = Type the passphrase again.
hint-again = So that you know there is no typing error in it.
ask-making = The workstation is being made.
hint-making = This takes a few seconds. The keys are made slowly on purpose.
ask-recovery = This is your recovery code. Write it down now.
hint-recovery = Without passphrase and without this code the data can never be read again. Do not keep the code on this computer. It is shown only once.
ask-proof = Type group { $group } of the recovery code.
hint-proof = So that we know the code was written down well. Esc shows it once more.
ask-old-code = Type the recovery code from your paper.
hint-who = This person gets a new passphrase.
hint-old-code = Fourteen groups of four. Hyphens and capitals do not matter. After that you choose a new passphrase.
ask-new-recovery = This is your new recovery code. Write it down now: the old one no longer works.
ask-new-code = A new recovery code is being made.
hint-new-code = The data stay as they are.
ask-tour = Done. The workstation is open.
hint-tour = The queue shows on top what must be done first. { $new } writes down a call, { $find } finds, { $help } helps on every screen. Enter goes on.
step-of = question { $at } of { $count }
problem-empty = Fill this in.
problem-code = Use one to six letters or digits.
problem-weak = This passphrase is too easy to guess. Take four words of your own.
problem-not-same = This is not the same passphrase. Type it again.
problem-group = This group is not right. Look at your paper, or press Esc to see the code once more.
problem-time-now = Type a time such as 1432, or leave it empty for now.
unlock-station = Open the workstation
staff-number = member of staff { $n }
staff-last = member of staff { $n }, the last one here
unlock-trying = Trying the passphrase.
unlock-wait = Tried too often. Wait { $seconds } seconds.
locked-idle = Locked because nothing was done for a while. Drafts are kept.
locked-by-key = Locked. Drafts are kept.
in-use = { $who } is already working here, since { $since }, at terminal { $terminal }.
in-use-unknown = This workstation is already open, since { $since }, at terminal { $terminal }.
in-use-take-over = Go on there, or press { $key } to take over here. The draft there will be kept.
confirm-quit = Something is half filled in or on its way. The draft is kept. Close Beschermd?
confirm-take-from = { $who } works on this case. Do you take it over?
confirm-oversee = { $who } watches over safety now. Agree on this together. Do you take it over?
confirm-take-over = The session of { $who } will end. The draft there is kept. Take over?
confirm-undo = What you last recorded in { $number } will be taken back. It stays in the history. Take it back?
confirm-new-code = Make a new recovery code? The code on paper will not work any more. The data stay as they are.
said-new-code = The new recovery code is in force. Destroy the paper with the old one.
said-taken = Saved: you work on this case.
said-laid-down = Saved: you no longer work on this case.
said-oversee = Saved: you watch over safety.
said-oversee-already = You already watch over safety in this case.
said-note = Saved: note.
said-acute = Saved: acute unsafety.
said-linked = Saved: the cases belong together.
said-not-linked = Saved: the cases do not belong together.
said-contact = Saved: contact.
said-undone = Saved: taken back.
said-nothing-to-undo = There is nothing to take back in this case now.
said-no-deadline = No deadline runs for this case.
said-no-links = This case has no links.
said-choose-case = Choose a case first.
said-case-not-read = The case is still being read. Try again in a moment; your text is still there.
said-drafts-left =
    { $count ->
        [one] There is still 1 draft.
       *[other] There are still { $count } drafts.
    }
said-key-problems = Your keys.toml has keys that are not possible. Those lines were skipped.
said-by = { "  " }{ $who }, { $when }
filter-all = all
filter-mine = mine
filter-overdue = overdue
form-note = Note
form-acute = Acute unsafety
form-reject-link = Do not belong together
field-note-text = Text for colleagues
field-action-what = What is done now
field-action-who = By whom
field-action-when = When
field-reason = Why
part-persons = Persons
part-links = Links
part-notes = Notes
case-acute = !! ACUTE: the child is not safe now
case-acute-over = Acute unsafety is over: { $reason }
case-anomalies =
    { $count ->
        [one] 1 odd fact in this case
       *[other] { $count } odd facts in this case
    }
case-sealed =
    { $count ->
        [one] 1 fact is not readable for you
       *[other] { $count } facts are not readable for you
    }
no-persons = No persons were named.
no-reports = This case has no report.
receipt-missing = The receipt of this report is not known (yet).
report-heading = Report of { $when } · { $channel }
reporter-withheld = You may not see who reported.
address-shielded = The address is shielded and is not shown.
relation-to = { "  " }{ $text } of { $to }
note-by = { $kind } · { $who }, { $when }
note-internal = note
note-addition = addition
note-contact = contact
channel-json = file
channel-telephone = telephone
channel-in-person = at the desk
channel-written = letter or mail
link-kind-same-report = same report number
link-kind-same-child = same child
link-kind-same-person = same person
link-kind-same-address = same address
link-kind-earlier = earlier case of this family
link-kind-advice = advice that became a report
verdict-suggested = decide: do these belong together?
verdict-confirmed = belongs together
verdict-rejected = does not belong together
disclosed-open = the family may know who reported
disclosed-hidden = the family may not know who reported
disclosed-not-asked = not asked yet: treat as secret
bsn-wrong = ! not valid (eleven-test)
interpreter-needed = interpreter needed
authority-yes = has authority
authority-no = no authority
part-perpetrator-reported = perpetrator as reported
flag-person-unknown = person without identifying details
flag-text-shortened = text shortened; the original is kept
flag-stalking-high = stalking: high risk
label-overseer = Overseer of safety
label-worker = Worker
label-name = Name
label-birth = Born
label-sex = Sex
label-bsn = BSN
label-role = Role
label-involvement = Involvement
label-formal-address = Address (registered)
label-actual-address = Stays at
label-reach = Reach
label-safe-to-call = Safe to call
label-background = Background
label-died = Died
label-remark = Remark
label-receipt = Receipt
label-message-type = Message
label-reference = Reference
label-reporter = Reporter
label-disclosure = Disclosure
label-classification = Kind
label-report-date = Reported on
label-incident-date = Incident on
label-location = Place
label-report-number = Reporter's number
label-narrative = Story
label-incident = What happened
label-concern = The reporter's worries
label-additional = More information
label-request = What the reporter asks
label-circumstances = Circumstances
label-weapons = Weapons
label-children-present = Children present
label-stalking-screened = Stalking screened
label-stalking-level = Stalking risk
label-joint-meeting = For the joint meeting
label-restraining-order = Restraining order
label-arrest = Arrest
label-charge = Charge
label-honour = Honour-related
label-existing-help = Help present
label-earlier = Earlier
label-informing = Informing
label-informed-general = What the family knows
label-informed = Informed
label-told-reporter = Told to the reporter
context-everywhere = everywhere
context-queue = the queue
context-case = a case
context-sheet = a list
context-links = links
context-confirm = a question
context-work = long work
context-finder = finding
context-form = a form
context-contact = a contact
context-setup = opening
context-unlock = the passphrase
intent-move-up = up
intent-move-down = down
intent-page-up = page up
intent-page-down = page down
intent-top = to the first
intent-bottom = to the last
intent-open = open
intent-next = go on
intent-oversee = watch over safety
intent-back = back
intent-next-pane = next part
intent-previous-pane = previous part
intent-new-contact = new contact
intent-resume-draft = go on with draft
intent-acute = acute
intent-assign = take or lay down
intent-note = note
intent-links = links
intent-accept = yes
intent-reject = no
intent-filter = filter
intent-find = find
intent-why = why this day
intent-undo = take back
intent-palette = do
intent-help = help
intent-notices = messages
intent-submit = save
intent-turn = other kind of contact
intent-language = Nederlands
intent-theme = other colours
intent-repaint = draw the screen anew
intent-lock = lock
intent-take-over = take over here
intent-use-recovery = recovery code
intent-new-recovery-code = new recovery code
intent-quit = quit
also-new-contact = bellen telefoon intake melding aannemen advies nieuw call phone report advice new aanvulling opnemen gesprek beller ophangen balie mail bezoek caller
also-acute = spoed nood gevaar nu onveilig danger emergency urgent unsafe 24 uur acuut acute crisis
also-assign = toewijzen neem overnemen loslaten neerleggen behandelaar assign take lay down worker mine overdragen
also-oversee = overseer zicht veiligheid toezicht verantwoordelijk oversight safety watch
also-note = notitie opmerking schrijven memo write remark comment journaal aantekening note
also-links = koppelen zelfde kind gezin dubbel duplicate same child merge link hoort bij
also-filter = alleen mijn zaken te laat only mine overdue show tonen filter lijst list
also-find = zoek search lookup naam bsn geboortedatum postcode name birth opzoeken vinden find telefoonnummer dossier
also-why = termijn deadline uitleg dag klok explain day clock countdown rekenen
also-undo = ongedaan maken fout terugdraaien undo mistake revert herstel terug herroepen
also-palette = opdracht commando menu command action
also-help = toetsen uitleg keys shortcuts manual sneltoetsen help hulp hoe
also-notices = meldingen van het programma fouten log messages errors notices
also-lock = slot weglopen pauze scherm dicht away pause screen secure lock vergrendelen afmelden
also-new-recovery-code = code papier wachtzin kwijt vergeten recovery code paper lost passphrase kluis
also-quit = stoppen sluiten einde exit close end leave weg quit verlaten uitloggen
also-language = taal engels nederlands language dutch english
also-theme = kleur licht donker contrast colour color dark light blind thema theme
also-repaint = verversen refresh redraw scherm kapot garbled
also-resume-draft = concept half klaar verder gaan continue draft resume
also-open = bekijken lezen zaak view read case enter
also-back = terug sluiten annuleren cancel escape close
