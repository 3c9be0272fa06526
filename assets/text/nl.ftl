### Wording in Dutch. The same keys, in the same order, stand in en.ftl and in src/text/keys/.

## common: words used everywhere

app-name = Beschermd
yes = ja
no = nee
unknown = onbekend
established-unknown = vastgesteld onbekend
none = geen
withheld = mag de afzender niet geven
unsupported = kan de afzender niet geven
no-information = geen informatie
saved = opgeslagen
saved-at = opgeslagen { $time }
saving = bezig met opslaan
draft-saved-at = concept bewaard { $time }
open = openen
back = terug
next = verder
delete = verwijderen
add = toevoegen
help = hulp
nothing-here = Hier staat nog niets.
progress = { $done } van { $count }
children =
    { $count ->
        [one] 1 kind
       *[other] { $count } kinderen
    }
children-short =
    { $count ->
        [one] 1 kind
       *[other] { $count } kind.
    }
files =
    { $count ->
        [one] 1 bestand
       *[other] { $count } bestanden
    }
facts =
    { $count ->
        [one] 1 feit
       *[other] { $count } feiten
    }
unborn = ongeboren
unborn-child = ongeboren kind
expected = verwacht { $date }
sex-male = man
sex-female = vrouw
sex-other = onbekend of anders
unknown-person = Onbekende persoon

## units: days, hours and dates

days-left =
    { $count ->
        [one] nog 1 dag
       *[other] nog { $count } dagen
    }
days-left-short = nog { $count } d
days-overdue =
    { $count ->
        [one] 1 dag te laat
       *[other] { $count } dagen te laat
    }
days-overdue-short = -{ $count } d
due-today = vandaag
time-left-days-hours = nog { $days } d { $hours } u
time-left-hours-minutes = nog { $hours } u { $minutes } min
time-left-minutes = nog { $minutes } min
time-over-days-hours = -{ $days } d { $hours } u
time-over-hours-minutes = -{ $hours } u { $minutes } min
day-of-term = dag { $at } van { $count }
due-by = uiterlijk { $day }
received-on = ontvangen { $day }
today = vandaag
yesterday = gisteren
tomorrow = morgen
weekday-names-short = ma di wo do vr za zo
weekday-names-long = maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
month-names-short = jan feb mrt apr mei jun jul aug sep okt nov dec
month-names-long = januari februari maart april mei juni juli augustus september oktober november december
typed-today = vandaag vd nu
typed-yesterday = gisteren gister gi
typed-day-before-yesterday = eergisteren
typed-tomorrow = morgen mo
typed-day-after-tomorrow = overmorgen
typed-unknown = ? onbekend

## why: the deadline explained day by day

why-day-of-receipt = dag van ontvangst, telt niet mee
why-counts = telt mee
why-saturday = zaterdag
why-sunday = zondag
why-new-year = nieuwjaarsdag
why-good-friday = Goede Vrijdag
why-easter-monday = tweede paasdag
why-kings-day = Koningsdag
why-queens-day = Koninginnedag
why-liberation-day = Bevrijdingsdag
why-ascension = Hemelvaartsdag
why-whit-monday = tweede pinksterdag
why-christmas-1 = eerste kerstdag
why-christmas-2 = tweede kerstdag
why-decreed = bij besluit gelijkgesteld met een feestdag
why-end-moved = einde van de termijn schuift naar deze dag
why-needs-two-ordinary-days = termijn moet minstens twee gewone dagen hebben
clock-statutory-short = wettelijk
clock-working-short = werkdagen
deadline-answer = De termijn loopt tot en met { $day }.
deadline-policy = Berekend met regels { $policy }.

## states: the state of a case, its flags and the tracks

state-advice = advies
state-received = ontvangen
state-local-voluntary = lokaal, vrijwillig
state-triage = triage
state-investigation = onderzoek
state-follow-up = vervolg inzetten
state-closed = afgesloten
acute = acuut
acute-sign = ACUUT
overseer = zicht op veiligheid
overseer-is = Zicht op veiligheid: { $who }
overseer-none = Niemand heeft zicht op veiligheid. Wijs nu iemand aan.
assigned-to = toegewezen aan { $who }
not-assigned = nog niet toegewezen
follow-up-report = vervolgmelding
dispute = twee lezingen
disputes =
    { $count ->
        [one] 1 verschil dat iemand moet beslissen
       *[other] { $count } verschillen die iemand moet beslissen
    }
dispute-stricter-used = De strengste lezing telt tot iemand beslist.
unknown-fact = feit van een nieuwere versie; bewaard en doorgegeven

## errors: what happened, what was kept safe, what to do

error-disk-full = De schijf is vol. Er is niets verloren: alles wat als opgeslagen stond, is er, en uw concept is bewaard. Maak ruimte vrij en sla opnieuw op.
error-disk-full-draft-too = De schijf is vol. Uw laatste wijziging en het concept staan alleen nog op dit scherm. Laat dit scherm open, maak ruimte vrij en sla opnieuw op.
error-write = Schrijven naar de schijf lukt niet. Deze wijziging is niet opgeslagen; eerder opgeslagen werk is veilig en uw concept is bewaard. Probeer het opnieuw of roep de beheerder.
error-both-damaged = Een deel van de gegevens is in beide kopieën beschadigd: { $what }. De rest is veilig. Zet een reservekopie terug of haal de feiten bij een andere werkplek.
error-wrong-owner = De map met gegevens hoort niet bij deze gebruiker: { $path }. Er is niets geopend. Laat de beheerder de eigenaar herstellen.
error-wrong-mode = Anderen op deze computer kunnen bij { $path }. Er is niets geopend. Zet de rechten op alleen voor u (0700 en 0600).
error-no-workstation = In { $path } is nog geen werkplek. Start beschermd zonder opdracht om er een te maken, of gebruik init.
error-newer-format = Deze gegevens zijn geschreven door een nieuwere versie. Er is niets gewijzigd. Werk het programma bij.
error-memory-short = Er is te weinig geheugen om de sleutelbos te openen (64 MB nodig). Er is niets gewijzigd. Sluit andere programma's en probeer het opnieuw.
error-key-gone = De sleutel van deze zaak is vernietigd. De inhoud is niet meer te lezen.
error-no-key = Met uw rol mag u dit niet vastleggen: de sleutel ervoor hebt u niet. Er is niets gewijzigd en uw concept is bewaard. Vraag een collega die de melder mag zien om het vast te leggen.
error-not-all-keys = Dit kan alleen iemand die alle sleutels heeft. Er is niets gewijzigd en de herstelcode op papier blijft werken. Vraag de leidinggevende.
error-unexpected = Er ging iets mis in het programma. Alles wat als opgeslagen stond, is veilig. Start opnieuw; uw concept wordt weer geopend.
error-clock-jumped = De klok van deze computer is versprongen. Termijnen worden niet herschikt. Controleer datum en tijd.
error-case-unknown = Zaak { $case } is niet gevonden.
error-file-missing = Het bestand { $file } is er niet of mag niet worden gelezen.
error-terminal = Dit is geen terminal waarin het scherm kan worden getekend. Gebruik een opdracht, of --linear.
error-window-too-small = Het venster is te klein. Maak het minstens { $columns } breed en { $rows } hoog. Toetsen doen nu niets.

## import: reports coming in

import-imported = ontvangen
import-flagged = ontvangen, kijk ernaar
import-cleaned = ontvangen, met zichtbaar gemaakte tekens
import-duplicate = al eerder ontvangen
import-conflict = apart gelegd: beslis zelf
import-rejected = geweigerd
import-progress = { $done } van { $count } bestanden gelezen
import-done = Klaar: { $imported } ontvangen, { $flagged } om te bekijken, { $duplicate } al bekend, { $rejected } geweigerd.
import-as-follow-up = toegevoegd als vervolgmelding bij { $number }
reason-not-xml = Dit is geen leesbaar XML-bestand.
reason-not-json = Dit is geen leesbaar JSON-bestand.
reason-empty-file = Het bestand is leeg.
reason-not-a-report = Dit is geen melding die wij kennen.
reason-element-missing = Het verplichte element { $element } ontbreekt.
reason-element-unexpected = Het element { $element } hoort hier niet.
reason-element-invalid = De waarde van { $element } is niet toegestaan.
reason-element-not-nil = Het element { $element } mag niet leeg zijn.
reason-field-unknown = Het veld { $field } kennen wij niet.
reason-too-large = Het bestand is groter dan { $max } MB.
reason-too-deep = Het bestand is te diep genest.
reason-too-many = Het bestand bevat te veel elementen.
reason-doctype = Het bestand bevat een DOCTYPE. Dat is niet toegestaan.
reason-entity = Het bestand gebruikt entiteiten. Dat is niet toegestaan.
reason-same-key-other-content = Zelfde afzender en kenmerk als { $number }, maar andere inhoud.
flag-bsn-invalid = BSN klopt niet (elfproef)
flag-date-impossible = datum bestaat niet
flag-reference-missing = kenmerk van de afzender ontbreekt
flag-report-id-missing = nummer van de melding ontbreekt
flag-sent-at-invalid = tijdstip van verzenden klopt niet
flag-no-child = geen kind genoemd
flag-no-narrative = geen beschrijving
flag-hidden-characters = verborgen tekens

## first-run: making a workstation

strength-weak = zwak
strength-fair = redelijk
strength-strong = sterk

## lock: locking and unlocking

unlock-who = Wie bent u?
unlock-passphrase = Wachtzin
unlock-working = Slot wordt geopend.
unlock-wrong = De wachtzin klopt niet. Probeer het opnieuw.
unlock-use-recovery = Wachtzin vergeten? Druk op { $key } en typ uw herstelcode.
unlock-recovery-wrong = Deze herstelcode opent de werkplek niet. Kijk of u het goede papier hebt.
recovery-mistyped = In de code zit een typfout: de laatste groep past niet bij de andere. Vergelijk hem met uw papier.
resume-draft = Er ligt een concept van { $when }. Verder gaan?

## queue: the queue pane and the header

queue-loading = De wachtrij wordt gelezen.

## case: the case, its report and persons

pane-report = Melding
pane-persons = Personen
pane-risk = Risicotaxatie

## command: the command line

command-about = Werkplek voor mensen die meldingen over de veiligheid van kinderen ontvangen.
command-after-help =
    Zonder opdracht opent de werkplek.

    Uitkomst: 0 klaar · 1 nee, te laat, of problemen gevonden · 2 opdracht niet begrepen
    3 invoer geweigerd, niets daarvan opgeslagen · 4 fout van schijf of gegevens

    Een wachtzin komt van de terminal of van --passphrase-fd; nooit uit een argument
    of de omgeving.
command-heading-usage = Gebruik
command-heading-commands = Opdrachten
command-heading-arguments = Gegevens
command-heading-options = Opties
command-place-options = [OPTIES]
command-place-command = [OPDRACHT]
command-arg-data = Map met de gegevens van deze werkplek
command-arg-lang = Taal: nl of en
command-arg-passphrase-fd = Lees de wachtzin (een regel) van deze geopende bestandsdescriptor
command-arg-as = Medewerker, als meer mensen deze werkplek delen: naam of id
command-arg-help = Toon deze hulp
command-arg-version = Toon de versie
command-arg-inbox = Map waaruit de werkplek meldingen inleest zolang ze open is
command-arg-json = Geef JSON
command-arg-jsonl = Geef JSON, een object per regel
command-see-help = Meer weten: { $program } --help
command-unknown = Deze opdracht bestaat niet.
command-missing = Hier hoort nog een opdracht.
command-missing-arg = Dit ontbreekt nog: { $name }
command-unknown-flag = De optie { $name } bestaat niet.
command-too-much = Er staat meer op de regel dan deze opdracht aanneemt.
command-conflict = { $name } gaat niet samen met een andere optie.
command-not-utf8 = De opdrachtregel bevat tekens die geen UTF-8 zijn.
command-bad-value = De waarde bij { $name } kan niet.
command-bad-day = Geef de dag als JJJJ-MM-DD, bijvoorbeeld 2026-10-05.
command-no-terminal = De werkplek heeft een terminal nodig. Gebruik hier een opdracht; zie --help.
command-no-home = Deze gebruiker heeft geen thuismap. Wijs de map met gegevens aan met --data.
command-about-deadline = Reken een termijn uit en leg dag voor dag uit waarom
command-arg-received = Dag van ontvangst, JJJJ-MM-DD
command-arg-term = Termijn: triage, investigation, inform, inform-extension of act-now
command-arg-clock = Klok: statutory (wettelijk) of working (werkdagen)
command-about-completions = Druk een script af dat opdrachten aanvult in bash, zsh, fish, elvish of powershell
command-arg-shell = bash, zsh, fish, elvish of powershell
command-about-man = Druk de handleiding af als manpagina
command-about-form = Formulieren: controleer een bestand, of toon wat er is
command-about-form-check = Controleer formulieren en noem elke fout met de regel
command-about-form-list = Toon de formulieren van het programma en van het team
command-arg-form-files = Bestanden ID@VERSIE.toml
command-about-init = Maak een nieuwe werkplek
command-arg-organisation = Naam van de organisatie
command-arg-station = Korte code van deze werkplek, voor zaaknummers (letters, cijfers, streepje)
command-arg-staff = Naam van de eerste medewerker
command-arg-role = Rol: caseworker, expert of manager
command-ask-organisation = Naam van de organisatie
command-ask-station = Korte code van deze werkplek, bijvoorbeeld ZW1
command-ask-staff = Uw naam
command-ask-role = Uw rol (caseworker, expert of manager)
command-ask-passphrase = Wachtzin
command-ask-new-passphrase = Nieuwe wachtzin
command-ask-passphrase-again = Nog een keer dezelfde wachtzin
command-new-passphrase-what = Kies een wachtzin van vier of meer woorden. Zonder wachtzin of herstelcode kan niemand de gegevens lezen.
command-strength-weak = Deze wachtzin is zwak: een programma raadt haar snel.
command-strength-fair = Deze wachtzin is redelijk.
command-strength-strong = Deze wachtzin is sterk.
command-passphrase-not-read = Op descriptor { $n } staat geen wachtzin. Er is niets gewijzigd.
command-passphrase-no-terminal = Er is geen terminal om de wachtzin op te vragen. Geef haar met --passphrase-fd.
command-passphrase-odd = Deze wachtzin is te lang of bevat tekens die geen tekst zijn. Er is niets gewijzigd.
command-passphrase-different = De twee wachtzinnen zijn niet gelijk. Er is niets gewijzigd.
command-passphrase-short = Een wachtzin heeft minstens { $count } tekens.
command-init-missing = Er ontbreekt een gegeven: --organisation, --station, --staff of --role. Er is niets gemaakt.
command-init-done = De werkplek staat klaar in { $path }.
command-recovery-what = Dit is de herstelcode. Zij wordt maar een keer getoond. Schrijf haar op en bewaar haar achter slot; hiermee komt u binnen als alle wachtzinnen kwijt zijn.
command-bad-name = Deze naam kan niet: leeg, te lang, of met onzichtbare tekens. Er is niets gemaakt.
command-bad-code = Deze code kan niet: gebruik 1 tot 12 letters, cijfers of streepjes. Er is niets gemaakt.
command-bad-role = Deze rol bestaat niet. Kies caseworker, expert of manager. Er is niets gemaakt.
command-init-clerk = De eerste medewerker bewaart alle sleutels en kan geen clerk zijn: die mag niet zien wie meldde. Kies caseworker, expert of manager. Er is niets gemaakt.
command-about-demo = Open een wegwerpwerkplek met verzonnen zaken
command-about-synth = Vul de werkplek met verzonnen zaken, voor tests, metingen en cursussen
command-arg-cases = Aantal zaken
command-arg-seed = Getal waaruit de zaken volgen: hetzelfde getal geeft dezelfde zaken
command-arg-open = Hoogste aantal zaken dat openstaat
command-synth-progress = { $done } van { $count } zaken gemaakt
command-seed-used = Met dit getal is deze werkplek al eens gevuld. Er is niets bijgekomen. Kies een ander getal bij --seed.
command-no-place = Er is geen plek voor een tijdelijke werkplek. Maak ruimte in de tijdelijke map.
command-demo-organisation = Veilig Thuis Voorbeeld
command-demo-staff = Demo Medewerker
command-about-queue = Toon open meldingen en zaken, de dringendste eerst
command-arg-all = Ook gesloten zaken
command-queue-counts = { $count } in de lijst: { $acute } acuut, { $today } vandaag, { $overdue } te laat
command-about-due = Toon wat binnenkort moet gebeuren; uitkomst 1 als iets te laat is
command-arg-within = Binnen welke tijd: 24h, 3d of 2w
command-bad-within = Geef de tijd als 24h, 3d of 2w.
command-about-find = Zoek personen en zaken op naam, geboortedatum, BSN, postcode, telefoon of nummer
command-arg-find = Zoekwoorden; - leest ze van standaardinvoer
command-about-case = Bekijk of vul een zaak
command-arg-case = Zaaknummer of id
command-about-case-show = Toon een zaak
command-about-case-history = Toon elk feit van een zaak: wanneer, wie, waar, wat
command-about-case-new = Open een zaak zonder melding
command-arg-kind = neighbourhood (wijkteam) of advice (adviesvraag)
command-about-case-record = Leg een feit of een reeks feiten vast; alles of niets
command-arg-fact = Bestand met feiten in JSON; - leest standaardinvoer
command-about-case-sign = Als tweede persoon tekenen: een triagebesluit, conclusie of vastgesteld plan
command-arg-fact-id = het feit dat getekend wordt: het begin van zijn nummer, zie case history
command-fact-id-none = In deze zaak is geen feit met nummer { $id }. Er is niets getekend. Kijk met case history.
command-fact-id-several = Meer dan een feit begint met { $id }. Er is niets getekend. Geef meer tekens van het nummer.
command-show-triage = Triage
command-show-decided = besluit: { $outcome }
command-show-waits = Het besluit wacht op de tweede handtekening: feit { $id }.
command-show-investigate = onderzoek
command-show-follow-up = vervolg zonder onderzoek
command-show-advice = omgezet in advies
command-show-end = einde bemoeienis
command-show-inadmissible = niet ontvankelijk
command-show-assessment = Risicotaxatie van { $day }: { $safety }, { $risk }
command-show-safe = veilig
command-show-safe-with-plan = veilig met plan
command-show-unsafe = niet veilig
command-show-risk-low = risico laag
command-show-risk-medium = risico midden
command-show-risk-high = risico hoog
command-show-no-information = geen informatie bij { $count } vragen
command-show-safety-plan = Veiligheidsplan, versie { $number } van { $day }
command-show-family-plan = Gezinsplan, versie { $number } van { $day }
command-show-safety-plan-draft = Veiligheidsplan, nog niet vastgesteld
command-show-family-plan-draft = Gezinsplan, nog niet vastgesteld
command-show-duties = Te doen
command-sealed = verzegeld
command-about-staff = Wie deze werkplek delen: ieder met een eigen wachtzin
command-about-staff-list = Toon wie deze werkplek delen
command-about-staff-add = Geef een collega een eigen wachtzin op deze werkplek
command-about-staff-passphrase = Wijzig uw wachtzin
command-arg-new-passphrase-fd = Lees de nieuwe wachtzin (een regel) van deze geopende bestandsdescriptor
command-staff-added = De collega kan deze werkplek nu openen met de eigen wachtzin.
command-passphrase-changed = Uw wachtzin is gewijzigd. De oude werkt niet meer.
command-about-schema = Druk het JSON-schema af van een melding of van alle feiten
command-arg-schema = report (melding) of facts (feiten)
command-about-check = Controleer logboek, database en sleutels
command-about-rebuild = Bouw de database opnieuw op uit het logboek, en herstel het logboek uit de database
command-about-backup = Maak een reservekopie
command-arg-backup = Lege of nieuwe map voor de kopie
command-about-restore = Zet een reservekopie terug in de map van --data
command-arg-restore = Map met de reservekopie
command-check-feed = Logboek { $origin }: { $facts }
command-check-database = Database: { $facts }
command-check-hash = Toestand: { $hash }
command-check-good = Alles is in orde.
command-rebuild-done = De database is opnieuw opgebouwd.
command-backup-done = Reservekopie in { $path }: { $facts }, { $files }. Teruggelezen en gelijk.
command-restore-done = Teruggezet in { $path }: { $facts }, { $files }. De database wordt bij het ontgrendelen opgebouwd.
command-input-not-read = De invoer kan niet worden gelezen. Er is niets gewijzigd.
command-input-not-utf8 = De invoer is geen UTF-8. Er is niets gewijzigd.
command-fact-syntax = Dit is geen leesbare JSON (regel { $line }, kolom { $column }). Er is niets vastgelegd.
command-fact-not = Dit is geen feit: verwacht een object met een soort feit (regel { $line }). Er is niets vastgelegd.
command-fact-unknown-kind = Deze soort feit bestaat niet. Er is niets vastgelegd.
command-fact-missing = Het veld { $field } ontbreekt (regel { $line }). Er is niets vastgelegd.
command-fact-unknown-field = Het veld { $field } bestaat niet (regel { $line }). Er is niets vastgelegd.
command-fact-expected = De waarde van { $field } kan niet (regel { $line }, kolom { $column }). Er is niets vastgelegd.
command-read-only = Op { $path } kan alleen worden gelezen. Er is niets gewijzigd.
command-no-access = Geen toegang tot { $path }. Er is niets gewijzigd. Laat de beheerder de rechten herstellen.
command-disk-fault = De schijf geeft een fout bij { $path } (nummer { $code }). Wat als opgeslagen stond, is veilig. Roep de beheerder.
command-in-use = Deze werkplek is al open: { $owner } op terminal { $terminal } (proces { $pid }), sinds { $since }. Sluit die eerst.
command-not-plain = { $path } is geen gewoon bestand of gewone map. Er is niets geopend.
command-wrong-passphrase = De wachtzin klopt niet. Er is niets gewijzigd.
command-which-staff = Meer mensen delen deze werkplek. Zeg met --as wie u bent.
command-code-mistyped = De herstelcode is verkeerd getypt. Er is niets gewijzigd.
command-not-empty = In { $path } staat al iets. Er is niets gewijzigd. Kies een lege of nieuwe map.
command-no-key = Met uw rol mag u dit niet vastleggen. Er is niets gewijzigd.
command-no-such-staff = Deze medewerker is hier niet bekend. Er is niets gewijzigd.
command-too-large = Dit is groter dan mag. Er is niets gewijzigd.
command-no-randomness = De computer geeft geen toevalsgetallen. Er is niets gewijzigd.
command-too-slow = De database gaat niet op tijd open. Er is niets gewijzigd. Probeer het opnieuw.
command-healed = Een beschadigde kopie is hersteld uit de goede: { $path }.
command-set-aside = Een beschadigd deel is opzijgezet: { $path }.
command-rebuilt = De database is opnieuw opgebouwd uit het logboek ({ $count } feiten).
command-feed-healed = Het logboek is aangevuld uit de database ({ $count } feiten).
command-torn-tail = Een half geschreven opslag is verwijderd. Zij was nog niet als opgeslagen gemeld.
command-lost = Feiten ontbreken in beide kopieën: { $range }. Zet een reservekopie terug of haal ze bij een andere werkplek.
command-end-damaged = Het einde van het logboek is beschadigd: { $path }. Misschien ontbreken de laatste feiten.
command-keys-lost = { $count } sleutels zijn kwijt. Wat daarmee verzegeld is, kan niet worden gelezen. Zet een reservekopie terug.
command-new-life = Deze werkplek begint een nieuwe telling, want het logboek loopt achter op wat al geschreven was.
command-reserve = De schijf is vol. De reserveruimte is vrijgegeven; maak nu plaats.
command-network-disk = De gegevens staan op een netwerkschijf. Dat is trager en minder zeker; gebruik liever een eigen schijf.
command-feed-damaged = Het logboek { $path } is beschadigd van byte { $from } tot { $to }.
command-chain-broken = De keten van logboek { $origin } sluit niet.
command-database-damaged = De database is niet helemaal leesbaar. Gebruik rebuild.
command-database-lacks = In de database ontbreken { $count } feiten die in het logboek staan. Gebruik rebuild.
command-feed-lacks = In het logboek ontbreken { $count } feiten die in de database staan. Gebruik rebuild.
command-copy-damaged = Een van de twee kopieën is beschadigd: { $what }.
command-payloads-lost = { $count } feiten zijn niet te lezen: de sleutel is kwijt.
command-payloads-damaged = { $count } feiten zijn beschadigd en niet te lezen.
command-part-station = gegevens van de werkplek
command-part-keyring = sleutelbos
command-part-vault = kluis met sleutels
command-part-feed = logboek
command-part-database = database
command-part-draft = concept
command-part-high-water = stand van het logboek
command-part-backup = reservekopie
command-unlocking = ontgrendelen
command-opening = openen
command-reading = logboek lezen: { $done } van { $count } kB
command-rebuilding = opbouwen: { $done } van { $count } feiten
command-checking = controleren: { $done } van { $count } feiten
command-about-inbox = Neem meldingen in uit bestanden en mappen
command-arg-paths = Bestanden of mappen met meldingen (CORV-XML of JSON)
command-about-report = Meldingen
command-about-report-new = Neem een melding in uit ons eigen JSON
command-arg-from = Bestand met de melding; - leest standaardinvoer
command-stays = { $file } kon niet apart worden gelegd en staat nog waar het stond.
command-reason-not-read = Het bestand is er niet, mag niet worden gelezen of is geen gewoon bestand.
command-reason-encoding = De tekens in het bestand zijn niet te lezen.
command-reason-attribute-missing = Een verplicht attribuut ontbreekt: { $element }.
command-reason-attribute-unexpected = Een attribuut hoort hier niet: { $element }.
command-reason-length = De waarde van { $element } is te lang of te kort.
command-reason-text = In { $element } staat tekst waar alleen elementen mogen staan.
command-reason-field = De waarde van het veld { $field } kan niet.
command-reason-field-missing = Het veld { $field } ontbreekt.
command-reason-line = (regel { $line })
command-reason-later = Dit soort bericht wordt nog niet ingelezen. Er is niets verloren.
command-output-failed = De uitvoer kan niet worden weggeschreven; misschien is de schijf vol. Wat al was opgeslagen, is veilig.

## rule: why something is refused, what must be done, what is suggested

rule-about-a-case = Dit feit gaat niet over een zaak. Leg het vast bij de werkplek.
rule-opened-once = Deze zaak is al geopend. Leg alleen vast wat nieuw is.
rule-known-kind = Deze versie kent dit soort feit niet. Werk het programma bij.
rule-kept-by-us = Berichten bewaart het programma zelf bij het inlezen. Leg dit feit niet vast.
rule-advice-without-family = In een adviesvraag of contact mogen geen gegevens over het gezin staan. Maak er eerst een melding van.
rule-report-known = Deze melding staat niet in de zaak. Kies een melding van deze zaak.
rule-person-known = Deze persoon staat niet in de zaak. Voeg de persoon eerst toe.
rule-two-records = Iemand kan niet met zichzelf worden samengevoegd. Kies twee verschillende personen.
rule-reason-needed = Er staat geen reden. Geef een reden.
rule-link-elsewhere = Een zaak kan niet naar zichzelf verwijzen. Kies een andere zaak.
rule-overseer-named = Zicht op veiligheid heeft een organisatie en een persoon nodig. Vul beide in.
rule-staff-known = Deze medewerker is hier niet bekend. Kies iemand uit de lijst van medewerkers.
rule-acute-needs-action = Leg bij acute onveiligheid vast wat er direct gebeurt, door wie en wanneer: binnen 24 uur.
rule-text-needed = De tekst is leeg. Schrijf wat er vastgelegd moet worden.
rule-retractable = Dit feit kan niet worden teruggenomen. Leg een correctie vast.
rule-day-not-future = Deze dag ligt in de toekomst, maar het gaat om iets dat al gebeurd is. Verbeter de datum.
rule-reports-listed = Het besluit noemt geen melding. Kies over welke meldingen u beslist.
rule-decision-needs-reasons = Het besluit heeft geen redenen. Schrijf waarom u zo beslist.
rule-urgency-judged = De urgentie is nog niet beoordeeld. Beoordeel eerst de urgentie bij triage.
rule-earlier-checked = Eerdere betrokkenheid is nog niet nagegaan. Leg eerst vast wat u vond in eerdere en lopende zaken.
rule-receiver-named = Het vervolg ligt bij een ander, maar er staat niet bij wie. Vul de ontvanger in.
rule-late-reason = Het besluit is later dan de laatste dag, geteld vanaf ontvangst. Schrijf waarom het later is.
rule-second-person = Twee verschillende mensen beslissen. Laat een collega tekenen met de eigen wachtwoordzin. Sluiten na een triagebesluit gaat met een nieuw besluit.
rule-signable = Hier valt niets te tekenen. Teken een triagebesluit, een conclusie of een vastgesteld plan van deze zaak.
rule-reporter-told = De melder is nog niet geïnformeerd. Leg vast wanneer en hoe, of waarom niet, voordat de zaak sluit.
rule-safety-plan-first = Het kind is niet veilig zonder plan. Stel eerst een veiligheidsplan vast met minstens één bodemeis, of meld acute onveiligheid.
rule-child-heard = Met een kind van 12 jaar of ouder is nog niet gesproken. Leg vast wanneer dat was, of waarom niet.
rule-seen-or-reason = Er staat niet wanneer het kind gezien of gesproken is, en ook niet waarom niet. Vul een van beide in.
rule-postponed-two-weeks = Uitstel kan steeds met hoogstens twee weken na de lopende termijn. Kies een eerdere dag.
rule-postponed-with-ground = Uitstel heeft een grond nodig. Schrijf waarom informeren nu niet kan.
rule-hidden-on-ground = De naam van een beroepskracht blijft alleen geheim op een grond: gevaar voor het gezin, gevaar voor de melder of collega's, of schade aan de vertrouwensband. Vul de grond in.
rule-open-with-consent = Deze melder is geheimhouding beloofd. De naam mag pas bekend worden met toestemming. Schrijf als reden wanneer en hoe de melder toestemde.
rule-sheet-known = Dit formulier staat niet in de zaak. Begin eerst een formulier.
rule-sheet-keeps-form = Dit formulier is met een andere versie begonnen. Begin een nieuw formulier.
rule-form-known = Deze werkplek kent dit formulier niet, of een andere versie ervan. Zet het formulier in de map forms.
rule-answer-fits-form = Een antwoord past niet bij de vraag van het formulier. Kies een antwoord dat de vraag toelaat.
rule-conclusion-reasons = De conclusie heeft geen redenen. Schrijf waarop u dit baseert; punten alleen beslissen niet.
rule-override-reason = De conclusie wijkt af van wat het formulier voorstelt. Schrijf waarom.
rule-proposal-told = Het voorstel bij de conclusie is niet wat het formulier voorstelt. Neem het voorstel over zoals het is; in de conclusie mag u afwijken.
rule-valid-until-ahead = De conclusie is al verlopen op de dag zelf. Kies tot welke dag zij geldt.
rule-plan-known = Dit plan staat niet in de zaak. Begin eerst een plan.
rule-plan-keeps-kind = Een veiligheidsplan wordt geen gezinsplan en omgekeerd. Begin een nieuw plan.
rule-part-known = Dit onderdeel staat niet in het plan. Kies een onderdeel van dit plan.
rule-scale-0-10 = Een schaal loopt van 0 tot 10. Kies een getal daartussen.
rule-next-version = Dit is niet het volgende nummer van het plan. Open het plan opnieuw en stel het dan vast.
rule-plan-as-it-stands = Het plan is intussen veranderd. Lees het opnieuw en stel vast wat er nu staat.
rule-plan-settled = In het plan staan twee lezingen naast elkaar. Kies eerst welke geldt.
rule-plan-needs-bottom-line = Het veiligheidsplan heeft geen bodemeis. Schrijf minstens één bodemeis.
rule-plan-needs-review = Er staat niet wanneer het plan opnieuw bekeken wordt en door wie. Vul dag en naam in.
rule-plan-needs-owner = Bij een afspraak staat niet wie haar uitvoert. Vul in wie.
rule-plan-needs-check = Bij een bodemeis of afspraak staat niet hoe of door wie zij gecontroleerd wordt. Vul dat in.
rule-plan-needs-alarm = Het plan heeft geen alarmroute. Schrijf bij welk teken wie wie belt.
rule-danger-needs-goal = Bij een gevaar staat geen doel. Schrijf wat er anders moet zijn.
rule-danger-needs-scale = Bij een gevaar ontbreekt een cijfer. Geef een cijfer van 0 tot 10 voor nu en voor het doel.
rule-plan-made-with-family = Er staat niet dat het plan met ouders en netwerk is gemaakt. Maak het samen, of schrijf waarom dat niet kon.
rule-version-known = Deze versie van het plan is niet vastgesteld. Stel het plan eerst vast.
rule-signer-known = Wie tekent, staat niet in de zaak en niet in het netwerk van het plan. Voeg de persoon eerst toe.
rule-signature-or-reason = Er is geen handtekening, geen reden van weigering en geen kopie gegeven. Vul een van de drie in.
duty-triage = triagebesluit
duty-first-action = eerste actie binnen 24 uur
duty-acute-follow-up = acuut: opnieuw kijken binnen 24 uur
duty-inform-person = vertellen wat er is vastgelegd
duty-reporter-feedback = melder informeren
duty-second-signature = tweede handtekening onder het besluit
duty-reassess = risico opnieuw beoordelen
duty-assessment-expires = risicotaxatie verloopt
duty-plan-review = plan opnieuw bekijken
duty-safety-plan = veiligheidsplan vaststellen
suggest-child-unsafe = De conclusie is: het kind is nu niet veilig. Overweeg acute onveiligheid te melden en direct te handelen.
suggest-plan-lacking = De conclusie vraagt om een veiligheidsplan en dat is er nog niet. Overweeg het nu te maken, met ouders en netwerk.
suggest-direct-intervention = Direct ingrijpen is nodig. Overweeg zelf te onderzoeken.
suggest-anonymity-promised = De melder is geheimhouding beloofd. Overweeg zelf te onderzoeken.
suggest-denial = Het gezin ontkent. Overweeg zelf te onderzoeken.
suggest-minimising = Het gezin maakt het kleiner dan het is. Overweeg zelf te onderzoeken.
suggest-refusal = Het gezin weigert hulp of een gesprek. Overweeg zelf te onderzoeken.
suggest-too-little-information = Er is te weinig informatie. Overweeg zelf te onderzoeken.
suggest-physician-looks = De aard van de melding vraagt om een arts. Overweeg een vertrouwensarts mee te laten kijken.
suggest-source = Bron: { $source }

## form: fields of a report and of a person

channel-corv = CORV
channel-own-initiative = ambtshalve
bsn-verified = gecontroleerd
bsn-unverified = niet gecontroleerd
part-victim = slachtoffer
part-witness = getuige
part-sibling = broer of zus
part-other = anders

## forms: forms as data, and what is wrong in the file of one

form-problem-at = regel { $line }: { $what }
form-problem-in = regel { $line }, { $field }: { $what }
form-problem-file-too-long = Het bestand is te groot: hoogstens { $max } KiB. Maak er twee formulieren van.
form-problem-not-text = Hier staat iets dat geen tekst is. Bewaar het bestand als UTF-8.
form-problem-not-toml = Dit is geen TOML ({ $what }). Kijk naar aanhalingstekens, haken en het =-teken.
form-problem-file-name = Het bestand heet anders dan het formulier. Noem het ID@VERSIE.toml, met de id en de versie die erin staan.
form-problem-unknown-key = Dit veld bestaat niet. Kijk of het goed is gespeld, of haal het weg.
form-problem-missing = Dit veld ontbreekt. Vul het in.
form-problem-wrong-kind = Hier hoort { $wanted }.
form-wanted-text = een tekst tussen aanhalingstekens
form-wanted-number = een heel getal
form-wanted-flag = true of false
form-wanted-list = een lijst tussen [ en ]
form-wanted-table = een tabel met velden
form-problem-bad-id = Een id heeft 1 tot { $max } tekens: kleine letters, cijfers en streepjes.
form-problem-twice = Dit komt twee keer voor. Geef een van beide een andere naam.
form-problem-out-of-range = Het getal moet van { $min } tot en met { $max } zijn.
form-problem-not-one-of = Kies een van deze woorden: { $words }.
form-problem-empty = Hier staat niets. Vul het in of haal het veld weg.
form-problem-text-too-long = De tekst is te lang: hoogstens { $max } tekens.
form-problem-control = Hier staat een onzichtbaar teken of een regeleinde dat hier niet mag. Haal het weg.
form-problem-too-many-items = Een formulier heeft hoogstens { $max } vragen. Haal vragen weg of maak twee formulieren.
form-problem-too-many-options = Een vraag heeft hoogstens { $max } keuzes. Haal er weg.
form-problem-too-few-options = Er zijn te weinig keuzes. Zet er een bij.
form-problem-not-for-kind = Dit veld past niet bij dit soort vraag. Haal het weg of kies een ander soort.
form-problem-options-and-scale = Geef keuzes of een schaal, niet allebei.
form-problem-bad-scale = Een schaal is twee hele getallen, het laagste eerst, zoals [0, 10], met hoogstens { $max } stappen.
form-problem-points-without-group = Deze punten tellen nergens mee. Zet er een group bij of haal de punten weg.
form-problem-group-without-points = Deze vraag hoort bij een groep maar geeft geen punten. Zet er punten bij of haal group weg.
form-problem-one-test = Een voorwaarde heeft precies een van is en not.
form-problem-no-such-item = Er is geen vraag met deze id. Kijk of de id goed is gespeld.
form-problem-looks-ahead = Een voorwaarde mag alleen kijken naar een vraag die eerder in het formulier staat. Zet die vraag ervoor.
form-problem-other-persons = Een voorwaarde kijkt naar dezelfde persoon of naar de zaak. Deze vraag gaat over andere personen.
form-problem-open-item = Een voorwaarde kan alleen kijken naar een vraag met keuzes of naar ja-nee.
form-problem-no-such-option = De vraag heeft dit antwoord niet. Kijk of het goed is gespeld.
form-problem-meaning-twice = Een andere vraag heeft deze betekenis al. Haal means bij een van beide weg.
form-problem-meaning-kind = Een vraag met deze betekenis is van dit soort: { $words }.
form-problem-meaning-options = Een vraag met deze betekenis heeft precies deze keuzes: { $words }.
form-problem-meaning-per-person = Een betekenis hoort bij een vraag over de zaak. Deze vraag wordt per persoon gesteld.
form-problem-no-meaning = Er is geen vraag met means = "{ $words }". Zet die erbij.
form-problem-no-such-group = Geen vraag telt mee in deze groep. Kijk of de naam goed is gespeld.
form-problem-never-reached = Dit voorstel komt nooit aan de beurt: een eerder voorstel geldt dan al. Zet het hoogste getal eerst.
form-left-out-refused = Het formulier { $file } wordt niet gebruikt; fouten erin: { $count }. 'beschermd form check' noemt elke fout met de regel.
form-left-out-unreadable = Het formulier { $file } kan niet worden gelezen en wordt niet gebruikt. Kijk of het een gewoon bestand is dat u mag lezen.
form-left-out-published-id = Het formulier { $file } wordt niet gebruikt: het programma heeft al een formulier met deze id. Geef het een andere id.
form-left-out-twice = Het formulier { $file } wordt niet gebruikt: een ander bestand heeft dezelfde id en versie.
form-left-out-work = Het formulier { $file } wordt niet gebruikt: use = "work" is van het programma zelf. Kies own, scaling, child-voice of assessment.
form-left-out-too-many = Er staan meer dan { $count } formulieren in de map forms. De rest wordt niet gebruikt.
form-good = { $file }: in orde; { $count } vragen
form-use-assessment = risicotaxatie
form-use-child-voice = stem van het kind
form-use-scaling = schaalvragen
form-use-work = werkformulier
form-use-own = eigen formulier
form-from-team = van het team
form-from-program = van het programma

## help: help and the palette

palette-title = Alles doen
keys-clash = In keys.toml staan twee acties onder { $chord }: { $first } en { $second }. De eerste geldt.

## telephone: the telephone, the report form, persons and relations

contact-title = Nieuw contact
contact-kind = Wat is het
contact-kind-report = melding
contact-kind-advice = adviesvraag
contact-kind-addition = aanvulling op een bekende zaak
contact-kind-question = vraag
contact-kind-not-for-us = niet voor ons
contact-section-start = Contact
contact-section-receipt = Ontvangst
contact-section-acute = Veiligheid nu
contact-section-story = Wat is er verteld
contact-section-codes = Waar gaat het over
contact-section-circumstances = Omstandigheden
contact-section-reporter = Melder
contact-section-informing = Wie weet ervan
contact-section-add = Meer
contact-section-advice = Advies
contact-section-answer = Antwoord
contact-section-addition = Aanvulling
contact-day = Dag van ontvangst
contact-time = Tijd van ontvangst
contact-channel = Hoe kwam het binnen
contact-channel-telephone = telefoon
contact-channel-in-person = aan de balie
contact-channel-written = brief of mail
contact-channel-own = eigen initiatief (ambtshalve)
contact-acute = Is een kind nu in gevaar
contact-action-what = Wat doen we meteen
contact-action-who = Wie doet dat
contact-action-when = Wanneer (tijd)
contact-incident = Wat is er gebeurd, wanneer, wie zag het
contact-concern = Waarom maakt de melder zich zorgen
contact-additional = Verder verteld
contact-request = Wat vraagt de melder
contact-report-date = Dag van de melding bij een ander
contact-incident-date = Dag van het voorval
contact-place = Plaats
contact-linked-case = Hoort bij zaak (nummer)
contact-problem-linked = Er is geen open zaak met dit nummer. Zoek een gesloten zaak op en leg daar een aanvulling vast.
contact-report-number = Nummer van de melder
contact-reasons = Aanleiding
contact-natures = Aard
contact-capacity = Hoedanigheid van de melder
contact-weapons = Zijn er wapens
contact-children-present = Waren er kinderen bij
contact-restraining = Huisverbod
contact-arrest = Aanhouding
contact-charge = Aangifte
contact-honour = Eergerelateerd
contact-help = Hulp die er al is
contact-earlier = Eerdere registraties
contact-stalking = SASH ingevuld
contact-stalking-level = SASH-niveau
contact-stalking-low = laag
contact-stalking-medium = matig
contact-stalking-high = hoog
contact-meeting = Op de agenda van het overleg
contact-reporter-name = Naam van de melder
contact-reporter-organisation = Organisatie
contact-reporter-department = Afdeling
contact-reporter-phone = Telefoon
contact-reporter-mail = Mail
contact-disclosure = Mag het gezin weten wie meldde
contact-disclosure-open = ja, openlijk
contact-disclosure-hidden = nee, verborgen voor het gezin
contact-disclosure-not-asked = nog niet gevraagd
contact-disclosure-ground = Reden om te verbergen
contact-told-family = Wat weet het gezin, hoe was de reactie
contact-told-reporter = Verteld aan de melder (werkwijze, rechten)
contact-add-person = persoon toevoegen
contact-add-relation = relatie toevoegen
person-role = Rol
person-first = Voornamen
person-prefix = Tussenvoegsel
person-last = Achternaam
person-sex = Geslacht
person-sex-male = man
person-sex-female = vrouw
person-sex-unknown = onbekend
person-born = Nog niet geboren
person-birth = Geboren (of uitgerekend)
person-bsn = BSN
person-bsn-status = BSN nagekeken
person-bsn-verified = ja, in het register
person-bsn-unverified = nee, zo gehoord
person-bsn-none = heeft geen BSN
person-authority = Heeft gezag
person-part = Rol in wat gemeld is
person-part-victim = slachtoffer
person-part-perpetrator = pleger (volgens de melding)
person-part-witness = getuige
person-part-sibling = broer of zus
person-part-other = anders
person-street = Straat
person-number = Huisnummer
person-postcode = Postcode
person-city = Plaats
person-stays = Verblijft hier
person-stays-actual = ja, alleen verblijf
person-stays-formal = staat hier ingeschreven
person-shielded = Adres is geheim
person-phone = Telefoon
person-mail = Mail
person-safe-to-call = Veilig bellen
person-nationality = Nationaliteit
person-language = Taal
person-interpreter = Tolk nodig
person-school = School of opvang
person-doctor = Huisarts
person-died = Overleden op
person-remark = Opmerking
relation-from = Wie (nummer van de persoon)
relation-of = Van wie (nummer van de persoon)
relation-text = Is (vader, oma, buurvrouw …)
relation-role = Rol volgens de lijst
relation-authority = Heeft gezag over
relation-household = Zelfde huishouden
relation-since = Sinds
relation-until = Tot
relation-source = Van wie weten we dit
contact-advice-steps = Wat is geadviseerd
advice-talk-parents = praat eerst met de ouders
advice-talk-child = praat met het kind
advice-consult = vraag een collega of deskundige
advice-help = regel hulp
advice-report = doe een melding
advice-police = bel de politie: gevaar nu
advice-call-again = bel ons weer
advice-index = gebruik de verwijsindex
contact-advice-privacy = Bij een advies bewaren we niets over het gezin.
contact-topic = Waarover, of waarheen
topic-our-work = hoe wij werken
topic-earlier-report = een eerdere melding
topic-rights = gegevens, inzage, klacht
topic-neighbourhood = wijkteam
topic-police = politie of alarmnummer
topic-adult = geweld zonder kinderen
topic-health = gezondheidszorg
topic-other = iets anders
contact-known-case = Nummer van de zaak
contact-addition-text = Wat is er bijgekomen
contact-problem-story = Schrijf op wat er gebeurd is, ook als het weinig is.
contact-problem-wanted = Dit is nog leeg. Opslaan kan, het blijft zichtbaar als leeg.
contact-problem-action = Bij gevaar nu hoort wat u meteen doet, wie en wanneer.
contact-problem-date = Dit is geen dag. Schrijf bijvoorbeeld 10-10-2026, gisteren of 2016.
contact-problem-time = Dit is geen tijd. Schrijf bijvoorbeeld 14:32 of 1432.
contact-problem-future = Deze dag ligt in de toekomst.
contact-problem-bsn = Dit BSN klopt niet met de elfproef. Kijk het na of zet het bij de opmerking.
contact-problem-unborn = Bij een ongeboren kind hoort de uitgerekende dag.
contact-problem-mother = Bij een ongeboren kind hoort de moeder als persoon.
contact-problem-person-number = Er is geen persoon met dit nummer.
contact-problem-ground = Schrijf de reden om de melder te verbergen.
contact-problem-case = Er is geen zaak met dit nummer.
contact-problem-empty = Er staat nog niets in om op te slaan.
contact-problem-postcode = Een postcode is vier cijfers en twee letters.
contact-hint-again = Nog leeg: {$count}. Nog een keer opslaan bewaart het zo.
contact-hint-blocked = Dit moet eerst: zie de velden met een uitroepteken.
contact-turned = Dit is nu: { $kind }. Wat u typte, blijft bewaard.
contact-person-n = Persoon {$n}
contact-relation-n = Relatie {$n}
contact-filter = zoek: {$text}
contact-pick-hint = typ om te zoeken · ← → · Enter kiest
contact-required = verplicht
contact-empty = —
contact-still-empty = nog leeg: { $count }
drafts-title = Half ingevuld
drafts-line = begonnen { $time }
drafts-no-words = nog geen tekst
confirm-discard = Alles wat in dit contact getypt is, wordt weggegooid. Dit kan niet terug. Weggooien?
said-discarded = Het concept is weggegooid. Er is niets opgeslagen.
said-no-contact-draft = Er is niets half ingevuld. Een half ingevulde aantekening staat bij haar zaak.
intent-add-to-case = aanvulling
intent-add-person = persoon erbij
intent-discard = weggooien
context-drafts = half ingevuld
also-add-to-case = aanvullen bijschrijven vervolg bekend terugbellen addition follow-up more known
also-add-person = kind ouder gezinslid nog iemand person child parent add
also-discard = concept verwijderen wissen leeg vergeten delete remove draft throw away
also-turn = soort wijzigen advies melding vraag niet voor ons kind change report advice question
also-submit = bewaren vastleggen klaar save store record done

## station: what the workstation found, healed or could not do

lock-held-short = Deze werkplek is al open in een ander venster. Er is niets veranderd.
error-wrong-mode-short = Anderen op deze computer kunnen bij de gegevens. Er is niets geopend. Vraag de beheerder om de rechten op 0700 en 0600 te zetten.
error-wrong-owner-short = De gegevensmap is niet van deze gebruiker. Er is niets geopend. Vraag de beheerder de eigenaar te herstellen.
error-keys-damaged-short = De sleutels zijn beschadigd in beide kopieën. De gegevens zijn er nog, maar niet leesbaar. Zet een back-up terug.
error-damaged-short = Een deel van de gegevens is beschadigd. Wat leesbaar is, blijft veilig. Draai 'beschermd check' om te zien wat er mist.
error-no-workstation-short = Hier is nog geen werkplek.
error-workstation-exists-short = Hier is al een werkplek, of de map is niet leeg. Er is niets veranderd.
error-too-large = Deze tekst is te groot om in één keer op te slaan. Er is niets opgeslagen; maak de tekst korter.
healed-copy = Een beschadigde kopie is hersteld uit de andere. Er is niets verloren.
healed-set-aside = Een beschadigd deel is opzij gezet als { $path }. De andere kopie wordt gebruikt.
healed-rebuilt = De database is opnieuw opgebouwd: { $count } feiten. Er is niets verloren.
healed-feed = { $count } feiten zijn hersteld uit de database. Er is niets verloren.
healed-tail = Een opslag die halverwege was afgebroken, is opgeruimd. Die was nog niet als opgeslagen getoond.
healed-new-life = Dit is een teruggezette back-up. De werkplek gaat verder onder een nieuw volgnummer.
lost-events = Deze feiten zijn op deze werkplek verloren: { $range }. Zet een back-up terug of haal ze bij een collega.
lost-end = Het einde van { $path } is beschadigd. Hoeveel er mist, is niet te zeggen. Vergelijk met een back-up.
lost-keys = { $count } sleutels zijn verloren. Wat zij verzegelen is niet leesbaar. Zet een back-up terug.
disk-reserve-used = De schijf is vol. De reserve is gebruikt, zodat u nog kunt opslaan. Maak vandaag ruimte.
disk-on-network = De gegevens staan op een netwerkschijf. Dat is niet veilig genoeg bij stroomuitval. Zet ze op een eigen schijf.
error-case-gone = Deze zaak is er niet (meer) op deze werkplek.
work-inbox = Meldingen innemen
alike-report-number = zelfde meldingsnummer
alike-bsn = zelfde BSN
alike-name-birth = zelfde naam en geboortedatum
alike-address = zelfde adres
code-unproved = De herstelcode is nog niet opgeschreven. Druk op H: dan maakt u een nieuwe. Zonder code en zonder wachtzin zijn de gegevens voorgoed onleesbaar.
alike-found = Deze mensen zijn misschien al bekend: { $count }. Druk op x en beslis of de zaken bij elkaar horen.
inbox-conflict = Deze afzender stuurde dit kenmerk eerder met een andere inhoud. Het bestand staat apart; kijk welke geldt.
inbox-taken = Ingenomen uit de map: { $count }. Ter zijde gelegd: { $aside }.
inbox-aside = Ter zijde gelegd in de map quarantine: { $file }. { $reason }

## plan: plans and assessments on the desk

plan-safety = Veiligheidsplan
plan-family = Gezinsplan
plan-section-dangers = Waarom: gevaren
plan-section-bottom-lines = Wat: bodemeisen
plan-section-agreements = Hoe: afspraken
plan-section-interventions = Hoe: hulp
plan-section-network = Netwerk
plan-section-alarm = Signalen en wie belt wie
plan-section-rules = Contact en verblijf
plan-section-child-versions = In woorden van het kind
plan-section-dissents = Niet mee eens
plan-section-goals = Doelen
plan-one-danger = gevaar { $number }
plan-one-bottom-line = bodemeis { $number }
plan-one-agreement = afspraak { $number }
plan-one-intervention = hulp { $number }
plan-one-alarm = signaal { $number }
plan-rule-contact = contact
plan-rule-residence = verblijf
plan-area-home = wonen
plan-area-parenting = opvoeden
plan-area-health = gezondheid
plan-area-school = school en werk
plan-area-money = geld
plan-area-network = mensen om ons heen
plan-area-leisure = vrije tijd
plan-area-safety = veiligheid
plan-phase-safety = eerst veilig
plan-phase-causes = oorzaken
plan-phase-recovery = herstel
plan-new-danger = + gevaar
plan-new-bottom-line = + bodemeis
plan-new-agreement = + afspraak
plan-new-intervention = + hulp
plan-new-member = + iemand uit het netwerk
plan-new-alarm = + signaal
plan-new-rule = + regel
plan-new-child-version = + woorden van een kind
plan-new-dissent = + wie het niet eens is
plan-new-goal = + doel
plan-new-hint = Enter: kies een begin of leeg
plan-field-goal = Doel
plan-field-scale = Schaal
plan-scale = nu { $now }, gewenst { $wanted }
plan-field-item = Komt uit
plan-field-minimum = Minste
plan-field-check = Controle
plan-field-consequence = Als het niet lukt
plan-field-who = Wie
plan-field-when = Wanneer
plan-field-checked-by = Wie kijkt na
plan-field-provider = Door
plan-field-from = Vanaf
plan-field-until = Tot
plan-emergency-help = spoedhulp
plan-field-role = Wie is dit
plan-field-phone = Telefoon
plan-field-consents = Doet mee
plan-field-caller = Wie belt
plan-field-called = Belt met
plan-field-now = Nu
plan-field-action = Wat doen we
plan-nobody-yet = nog niet ingevuld
plan-for-all-children = alle kinderen
plan-label-children = Kinderen
plan-child-in = in dit plan
plan-child-out = niet in dit plan
plan-label-owner = Houdt het plan bij
plan-label-start = Begint op
plan-label-review = Terugkijken
plan-review = { $day }, met { $who }
plan-review-today = { $day }: dat is vandaag
plan-review-past = { $day }: dat is voorbij
plan-label-made-with = Samen gemaakt
plan-made-with = ouders: { $parents } · netwerk: { $network }
plan-label-situation = Situatie
plan-label-emergency = Bij nood
plan-words-of-family = Eigen woorden: { $words }
plan-words-none = eigen woorden van het gezin: nog niet
plan-embeds = Hoort erbij: het veiligheidsplan
plan-embeds-none = nog geen veiligheidsplan
plan-begin-safety = Begin een veiligheidsplan
plan-begin-safety-hint = Dit kan altijd, ook zonder melding. Wacht er niet mee.
plan-begin-family = Begin een gezinsplan
plan-begin-family-hint = Alle leefgebieden: eerst veilig, dan de oorzaken, dan herstel. Het veiligheidsplan hoort erbij.
plan-none = Er is nog geen plan.
plan-head-lacks = 
    { $kind }: { $count ->
        [one] er is nog 1 ding nodig
       *[other] er zijn nog { $count } dingen nodig
    } om het vast te stellen
plan-head-complete = { $kind }: compleet
plan-head-version = Versie { $number } geldt sinds { $day }.
plan-head-no-version = Nog niet vastgesteld: dit is een concept.
plan-head-changed = 
    { $count ->
        [one] 1 ding is veranderd na deze versie.
       *[other] { $count } dingen zijn veranderd na deze versie.
    }
plan-head-disputes = 
    { $count ->
        [one] Over 1 onderdeel is men het oneens: kies wat geldt.
       *[other] Over { $count } onderdelen is men het oneens: kies wat geldt.
    }
plan-lack = Nodig
plan-lack-rule = Nodig (regel { $number })
plan-adopt = Vaststellen
plan-adopt-lacks = Dit kan pas als alles wat nodig is, is ingevuld.
plan-adopt-ready = Enter: versie { $number } vaststellen
plan-adopt-same = Versie { $number } is gelijk aan wat hier staat.
plan-adopt-disputed = Kies eerst wat geldt waar men het oneens is.
plan-changes = Verschil met versie { $number }
plan-changes-none = geen
plan-changes-count = 
    { $count ->
        [one] 1 verschil
       *[other] { $count } verschillen
    }
plan-change-added = erbij
plan-change-removed = weg
plan-change-was = was
plan-change-is = is nu
plan-change-moved = andere volgorde
plan-version = Versie { $number }
plan-version-adopted = vastgesteld op { $day } door { $who }
plan-version-second = tweede handtekening: { $who }
plan-version-waits = nog geen tweede handtekening van een collega
plan-signed = getekend op { $day }
plan-refused = tekent niet: { $why }
plan-not-signed = nog niet getekend
plan-copy-given = kreeg het plan op { $day }
plan-no-copy = heeft het plan nog niet
plan-disputed-said = oneens
pick-template = Kies een begin
pick-empty = leeg
pick-danger-item = Uit welk antwoord komt dit gevaar?
pick-no-item = uit geen enkel antwoord
pick-instrument = Welke lijst vult u in?
pick-nothing = Niets gevonden. Typ minder.
confirm-adopt = U stelt versie { $number } vast: wat hier nu staat, is dan de afspraak. Een latere wijziging wordt een nieuwe versie. Vaststellen?
confirm-remove-part = Dit onderdeel gaat uit het plan: “{ $what }”. Het blijft te lezen in versies die al zijn vastgesteld. Weghalen?
said-plan-begun = Het plan is begonnen.
said-plan-adopted = Het plan is vastgesteld. Laat het nu ondertekenen en geef iedereen een kopie.
said-plan-saved = Opgeslagen in het plan.
said-part-removed = Het onderdeel is uit het plan gehaald.
said-not-a-part = Kies eerst een onderdeel van het plan.
said-plan-lacks = Dit plan kan nog niet worden vastgesteld. Bovenaan staat wat er nodig is.
said-no-version = Er is nog geen vastgestelde versie.
said-no-answers = Er is geen beoordeling met een antwoord om naar te verwijzen.
said-only-a-danger = Alleen een gevaar kan uit een beoordeling komen.
said-day-whole = Vul de dag helemaal in: dag, maand en jaar.
said-day-stays = Hier stond een dag. Kies een andere dag; leeg kan niet meer.
said-review-day = Vul ook de dag van het terugkijken in.
plan-version-not-whole = Niet alles van deze versie is hier te lezen. Vraag een collega of een andere werkplek.
pick-section = Wat komt er in het plan bij?
intent-origin = antwoord waar het gevaar uit komt
also-origin = herkomst beoordeling koppelen verwijzen bron origin assessment link source
risk-new = + beoordeling
risk-new-hint = Enter of n: kies een lijst
risk-none = Er is nog geen conclusie over veiligheid en risico.
risk-standing = Op { $day }: { $safety } · risico { $risk }
risk-again = Kijk opnieuw
risk-again-report = Er kwam een nieuwe melding na de laatste conclusie (regel 16).
risk-again-incident = Er gebeurde iets ingrijpends na de laatste conclusie (regel 16).
risk-again-expired = De laatste conclusie geldt niet meer: de dag is voorbij (regel 16).
risk-again-never = Er is nog nooit een conclusie getrokken (regel 15).
risk-title = { $title } (versie { $version })
risk-open = nog geen conclusie: Enter gaat verder
risk-concluded = { $safety } · risico { $risk } · { $confidence }
risk-valid = geldt tot en met { $day }
risk-was-valid = gold tot en met { $day }
risk-no-information = geen informatie: { $count }
risk-no-information-of = geen informatie: { $count } van { $all }
risk-unanswered = 
    { $count ->
        [one] 1 vraag is open gelaten
       *[other] { $count } vragen zijn open gelaten
    }
risk-override = Anders dan de lijst voorstelt ({ $proposed }): { $why }
risk-dangers = Gevaar volgens de antwoorden
risk-second-reader = Tweede lezer
risk-second-none = nog niemand; Enter: een collega leest mee
risk-scales = Cijfers van ieder
risk-rater-worker = medewerker
risk-apart = 
    { $count ->
        [one] 1 punt verschil
       *[other] { $count } punten verschil
    }
safety-safe = veilig
safety-with-plan = veilig met een plan
safety-unsafe = onveilig
risk-low = laag
risk-medium = middel
risk-high = hoog
confidence-low = weinig zeker
confidence-medium = redelijk zeker
confidence-high = heel zeker
compare-title = Vergelijken: { $title }
compare-question = vraag
compare-changed = 
    { $count ->
        [one] 1 antwoord is veranderd; het staat met een teken.
       *[other] { $count } antwoorden zijn veranderd; zij staan met een teken.
    }
compare-none = geen antwoord
said-nothing-to-compare = Er is geen eerdere lijst van dezelfde soort om mee te vergelijken.

## casework: the work on a case, and signing
context-casework = het werk aan een zaak
context-signing = een collega tekent
intent-triage = triage
intent-risk = risico
intent-plan = plan
intent-duties = taken
intent-read = alles lezen
intent-new-row = nieuw
intent-duplicate = nog zo een
intent-row-down = regel naar onder
intent-row-up = regel naar boven
intent-remove = weghalen
intent-versions = versies
intent-print = afdrukken
intent-sign = tekenen
intent-incident = belangrijke gebeurtenis
also-triage = veiligheidsbeoordeling besluit decision urgency beoordelen stappen steps vijf dagen
also-risk = risicotaxatie inschatting gevaar assessment risk safety instrument vragenlijst
also-plan = veiligheidsplan gezinsplan bodemeis afspraken safety plan family agreements
also-duties = plichten termijnen herinnering deadlines duties reminders due agenda
also-sign = handtekening tweede akkoord medeondertekenen countersign signature second
also-incident = gebeurtenis incident voorval nieuw geweld event happened
also-print = papier pdf brief print paper letter
tab-triage = Triage
tab-risk = Risico
tab-plan = Plan
tab-duties = Taken
urgency-acute = urgentie: nu
urgency-day = urgentie: 24 uur
urgency-five-days = urgentie: vijf dagen
other-clock-working = in werkdagen: { $day }
other-clock-statutory = volgens de wet: { $day }
sign-title = Een collega tekent
sign-decision = Het besluit na de triage
sign-conclusion = De conclusie van de risicotaxatie
sign-plan = Het vastgestelde plan
sign-explained = Twee mensen beslissen samen. Lees wat er staat en teken met uw eigen wachtzin. Wie hier werkt, blijft hier aan het werk.
sign-who = Wie tekent?
sign-elsewhere = Of sluit dit met Esc: een collega kan ook op een eigen werkstation tekenen.
confirm-sign = U tekent wat { $who } heeft vastgelegd. Hebt u het gelezen en bent u het ermee eens?
said-signed = Getekend en bewaard.
said-sign-not-own = Wie iets vastlegt, tekent het niet zelf. Er is niets bewaard. Laat een collega tekenen: druk op Enter op deze regel.
said-nobody-to-sign = Op dit werkstation is geen collega die kan tekenen. Het besluit is bewaard en wacht. Een collega tekent op een eigen werkstation, of voeg een collega toe met: beschermd staff add.
said-acute-needs-report = Hier hoort nog geen gezin bij. Maak er eerst een melding van; daarin staat de vraag naar acuut gevaar bovenaan. Alles wat u typte blijft staan.
problem-whole-day = Schrijf de hele dag: dag, maand en jaar. Weet u de dag niet, laat dit dan leeg en zeg het bij de uitleg.
said-nothing-to-sign = Hier is nu niets te tekenen.
step-acute = Acute onveiligheid
step-urgency = Hoe snel
step-earlier = Eerder in beeld
step-index = Verwijsindex
step-inquiries = Informatie gevraagd
step-family = Contact met het gezin
step-child = { $who }: gezien
step-expertise = Wie kijkt mee
step-nature = Aard van de melding
step-analysis = Wat is er aan de hand
step-incident = Gebeurtenis
step-suggested = Het protocol zegt
step-informed = { $who }: verteld
step-reporter = Terug naar de melder
step-decision = Besluit
step-signature = Tweede handtekening
step-open = nog niet ingevuld
step-open-until = nog niet, uiterlijk { $day }
step-disputed = Hier staan twee lezingen naast elkaar. De strengste telt. Open het formulier en vul in wat geldt; dan is het besloten.
within-now = nu
within-day = binnen 24 uur
within-five-days = binnen vijf dagen
acute-action = { $what }, door { $who }, { $when }
check-found = ja
check-nothing = nee
check-unknown = nog niet gezocht
family-spoken = gesproken { $day }, { $with }
family-not-spoken = niet gesproken: { $why }
family-accepts = ziet de zorgen en wil hulp
family-denies = zegt dat het niet is gebeurd
family-minimises = vindt het niet zo erg
family-refuses = wil geen hulp of geen contact
family-unclear = niet duidelijk
expertise-none = niemand extra nodig
expertise-physician = vertrouwensarts
expertise-behavioural = gedragswetenschapper
expertise-legal = jurist
expertise-interpreter = tolk
expertise-police = politie
expertise-other = iemand anders
link-closed-case = gesloten zaak
inquiries-none = nog niets gevraagd; druk op n
inquiries-count = { $count } gevraagd, { $open } zonder antwoord
inquiry-waits = gevraagd { $day }, wacht: { $question }
inquiry-answered = antwoord { $day }: { $answer }
taken-away = weggehaald
seen-on = gezien { $day }
spoken-on = gesproken { $day }
not-seen-because = niet: { $why }
told-on = verteld { $day }
not-told-because = niet verteld: { $why }
postponed-until = uitgesteld tot { $day }: { $ground }
late-because = te laat: { $why }
outcome-investigate = onderzoek door ons
outcome-local = vervolg door het wijkteam
outcome-professional = vervolg door wie al betrokken is
outcome-team = vervolg door een team van meer organisaties
outcome-ourselves = vervolg door ons
outcome-advice = het wordt een advies
outcome-end = stoppen: geen zorgen meer
outcome-inadmissible = niet voor ons
signature-by-colleague = wacht op een collega; { $who } besloot en tekent niet zelf
signature-by-you = wacht op uw handtekening of die van een ander; { $who } besloot
decision-stands = Besloten: { $outcome }.
decision-waits = Het besluit wacht op de tweede handtekening en geldt nog niet.
decision-disputed = Er staan twee besluiten naast elkaar: er is niet besloten. Neem samen een nieuw besluit.
decision-late = Te laat: de laatste dag was { $day }. Het besluit vraagt een reden waarom het later is.
decision-again = er kwam een melding bij; nieuw besluit uiterlijk { $day }
decision-possible = Alles voor een besluit is er.
decision-needs = Voor een besluit nog nodig: { $list }.
triage-still-open = Ook nog open: { $list }.
triage-not-for-advice = Dit is een advies: er staat geen gezin in en er is geen triage. Maak er eerst een melding van als dat nodig is.
help-acute = Regel 1: bij acute onveiligheid gebeurt er meteen iets, met wie en wanneer. Binnen 24 uur wordt opnieuw gekeken. Het plan mag later. Enter: opnieuw kijken of afsluiten.
help-urgency = Beoordeel dit als eerste: moet er nu, binnen 24 uur of binnen vijf dagen iets gebeuren? Zonder dit oordeel is er geen besluit mogelijk.
help-earlier = Zoek in open en gesloten zaken. Hieronder staan zaken waarin dezelfde mensen kunnen voorkomen; x beslist. Zonder deze stap is er geen besluit mogelijk.
help-link = Het programma voegt nooit zelf zaken samen. Enter of x: bekijken, bevestigen of verwerpen.
help-index = De verwijsindex zegt alleen wie er betrokken is, niet waarom. Bron: Jeugdwet, artikel 7.1.
help-inquiries = Vraag niet meer dan nodig, en schrijf op waarom u het mag vragen. Een weigering is ook een antwoord. n: nieuwe vraag, x: weghalen.
help-family = Het gezin hoort wat er is gemeld, tenzij vertellen gevaar geeft. Ontkennen, kleiner maken of weigeren kan een reden zijn om te onderzoeken. Bron: meldcode.nu/triage.
help-child = Is dit kind gezien en gesproken, door wie, en wat zei het? Zo niet: waarom niet.
help-child-heard = Regel 36: dit kind is twaalf jaar of ouder. Er is mee gesproken, of er staat waarom niet; anders is er geen besluit mogelijk.
help-expertise = Wie is nodig om goed te beslissen? Een arts moet beschikbaar zijn. Bron: Uitvoeringsbesluit Wmo 2015, artikel 4.1.2.
help-nature = De codes van het CBS: alles wat wordt vermoed.
help-analysis = Eerst wat vaststaat en van wie, dan wat u ervan denkt. Het gezin mag dit lezen; noem de melder niet.
help-incident = Regel 16: na een belangrijke gebeurtenis wordt het risico opnieuw beoordeeld. i: nieuwe gebeurtenis, x: weghalen.
help-suggested = Dit is een voorstel en beslist niets. U mag anders besluiten.
help-informed = Regel 17: wie in het dossier staat, hoort dat binnen vier weken. Uitstel kan met een reden, steeds met ten hoogste twee weken. Bron: Wmo 2015, artikel 5.3.1.
help-reporter = Regel 22: de melder hoort wat er met de melding gebeurt. Bron: Wmo 2015, artikel 4.1.1, tweede lid.
help-decision = Regel 3 en 4: besloten binnen vijf dagen, geteld vanaf ontvangst; later met een reden. Twee verschillende mensen beslissen. Bron: Uitvoeringsbesluit Wmo 2015, artikel 4.1.7.
help-signature = Regel 14: wie besluit, tekent niet zelf. Enter: een collega tekent hier met de eigen wachtzin. s: u tekent zelf wat een collega besloot.
duties-none = Er staat niets open.
duties-open =
    { $count ->
        [one] 1 taak staat open.
       *[other] { $count } taken staan open.
    }
duties-late =
    { $count ->
        [one] 1 taak is te laat.
       *[other] { $count } taken zijn te laat.
    }
duty-due = uiterlijk { $day }, { $left }
duty-met = gedaan { $day } (uiterlijk { $due })
duty-met-late = te laat gedaan { $day } (uiterlijk { $due })
duty-rule = Regel { $rule }. Enter: naar de plek waar dit gebeurt.
confirm-take-away = U haalt deze regel weg. Wat er stond blijft in de geschiedenis. Doorgaan?
said-taken-away = Weggehaald en bewaard.
## sheet: forms that are filled in about a case

flag-hint = spatie wisselt
scale-hint = typ 0–9, t is 10 · ← → Enter
pick-key-hint = druk op de toets ervoor · ← → Enter
pick-keys-hint = elke toets zet aan of uit · Tab verder
sheet-disputed = Collega's antwoordden verschillend: {$values}. Vul in wat geldt. Leeg laten verandert niets.
sheet-taken-away = weggehaald
sheet-no-information = geen informatie: {$count} van {$asked}
sheet-still-empty = nog leeg: {$count}
sheet-proposal = Voorstel: {$what}. {$why} Een mens beslist.
sheet-seen-on = … gezien of gehoord op
sheet-source = … bron
sheet-critical = … kritiek
sheet-note = … toelichting
sheet-worker = de medewerker
sheet-nameless = naam onbekend
sheet-second = {$heading} ({$n})
sheet-problem-past = Dit ligt in de toekomst. Vul een dag in die al geweest is.
sheet-problem-future = Deze dag is al voorbij. Vul een dag in die nog komt.
sheet-problem-required = Zonder dit antwoord kan het formulier niet worden opgeslagen.
sheet-problem-wanted = Dit antwoord ontbreekt nog.
sheet-problem-nothing = Er is nog niets ingevuld of veranderd. Vul iets in, of ga met Esc terug.
sheet-problem-conclusion = De conclusie is begonnen maar niet af. Vul dit ook in, of haal de andere antwoorden van de conclusie weg.
sheet-problem-override = De conclusie is anders dan het voorstel. Schrijf op waarom.
sheet-problem-form-gone = Dit formulier is er niet meer op dit werkstation. Wat u invulde staat nog in het concept. Vraag de beheerder het formulier terug te zetten.
said-sheet = Het formulier is opgeslagen.
said-sheet-resumed = Verder met wat u eerder invulde.
said-sheet-reading = De zaak wordt nog gelezen. Het formulier gaat zo open.
confirm-discard-sheet = Alles weggooien wat u in dit formulier invulde? Wat eerder is opgeslagen blijft.
said-sheet-discarded = Weggegooid. Wat eerder was opgeslagen is er nog.
context-sheet-form = Formulier over een zaak
intent-item-help = uitleg
also-item-help = hulp toelichting uitleg vraag help explain question

## app: the workstation

pane-queue = Meldingen
triage-of = Triage · { $number }
pane-plan = Veiligheidsplan
header-counts = { $acute } acuut · { $today } vandaag · { $overdue } te laat
queue-empty-now = De wachtrij is leeg. Druk op { $key } voor een nieuw contact, of leg meldingen in de map inbox.
queue-empty-filter = Niets met dit filter. Druk op { $key } voor een ander filter.
queue-drafts =
    { $count ->
        [one] 1 concept: { $key } gaat verder
       *[other] { $count } concepten: { $key } gaat verder
    }
name-unknown = naam onbekend
mark-draft = concept
mark-dispute = 2 lezingen
mark-flag = let op
mark-suggestion = lijkt op
no-case-chosen = Kies een melding in de wachtrij.
case-loading = De zaak wordt gelezen.
no-due-day = geen termijn
due-by-why = uiterlijk { $day } ({ $clock }) · { $key } waarom
due-by-short = { $day } · { $key } waarom
overdue-since = te laat sinds { $day } · { $key } waarom
more-below =
    { $count ->
        [one] nog 1 regel
       *[other] nog { $count } regels
    }
starting-up = Beschermd wordt gestart.
leaving-now = Beschermd sluit af. Wat opgeslagen was, is veilig.
cannot-draw = Dit scherm kan niet gewoon worden getekend. Alles wat opgeslagen was, is veilig.
cannot-draw-case = Zaak { $number }. Meld dit nummer aan de beheerder.
search-title = Zoeken
search-hint = Naam, zaaknummer, geboortedatum, BSN, postcode en huisnummer, telefoon.
search-nothing = Niets gevonden. Probeer een deel van de naam of de geboortedatum.
search-running = bezig met zoeken
found-by-number = zaaknummer
found-by-name = naam
found-by-birth = geboortedatum
found-by-bsn = BSN
found-by-address = adres
found-by-phone = telefoon
found-by-sound = klinkt als
palette-nothing = Niets gevonden.
help-of-title = Hulp bij { $place }
help-hint = Typ een toets of een woord. Enter voert de regel uit.
notices-title = Berichten
notices-none = Er zijn geen berichten.
why-title = Waarom deze dag
links-title = Koppelingen
confirm-title = Zeker weten?
work-title = Bezig
work-cancel = { $key } stopt. Wat klaar is, blijft bewaard.
work-rebuild = database opnieuw opbouwen
ask-language = In welke taal wilt u werken?
hint-language = U kunt de taal later altijd wisselen.
language-dutch = Nederlands
language-english = English
ask-organisation = Bij welke organisatie hoort deze werkplek?
hint-organisation = Bijvoorbeeld: Veilig Thuis IJsselland.
ask-code = Welke korte code krijgt deze werkplek?
hint-code = Komt in elk zaaknummer. Bijvoorbeeld ZW1. Letters en cijfers, hoogstens zes.
ask-name = Wat is uw naam?
hint-name = Zoals collega's u kennen. Staat bij alles wat u vastlegt.
ask-role = Wat is uw rol?
hint-role = De rol bepaalt wat u mag zien. Wie de werkplek maakt, bewaart alle sleutels.
role-caseworker = medewerker: neemt aan en behandelt
role-expert = vertrouwensarts of gedragswetenschapper
role-manager = leidinggevende
role-clerk = administratief medewerker
ask-passphrase = Kies een wachtzin.
hint-passphrase = Vier woorden die niets met u te maken hebben, zijn sterk en goed te onthouden. Minstens twaalf tekens.
ask-again = Typ de wachtzin nog eens.
hint-again = Zo weet u zeker dat er geen tikfout in zit.
ask-making = De werkplek wordt gemaakt.
hint-making = Dit duurt een paar seconden. De sleutels worden met opzet langzaam gemaakt.
ask-recovery = Dit is uw herstelcode. Schrijf hem nu op.
hint-recovery = Zonder wachtzin en zonder deze code zijn de gegevens voorgoed onleesbaar. Bewaar de code niet op deze computer. Hij wordt maar één keer getoond.
ask-proof = Typ groep { $group } van de herstelcode.
hint-proof = Zo weten we dat de code goed is opgeschreven. Met Esc ziet u hem nog eens.
ask-old-code = Typ de herstelcode van uw papier.
hint-who = Deze persoon krijgt een nieuwe wachtzin.
hint-old-code = Veertien groepjes van vier. Streepjes en hoofdletters maken niet uit. Daarna kiest u een nieuwe wachtzin.
ask-new-recovery = Dit is uw nieuwe herstelcode. Schrijf hem nu op: de oude werkt niet meer.
ask-new-code = Er wordt een nieuwe herstelcode gemaakt.
hint-new-code = De gegevens blijven zoals ze zijn.
ask-tour = Klaar. De werkplek is open.
hint-tour = In de wachtrij staat boven wat het eerst moet. { $new } legt een telefoontje vast, { $find } zoekt, { $help } geeft hulp bij elk scherm. Enter gaat verder.
step-of = vraag { $at } van { $count }
problem-empty = Vul dit in.
problem-code = Gebruik één tot zes letters of cijfers.
problem-weak = Deze wachtzin is te makkelijk te raden. Neem vier woorden die u zelf bedenkt.
problem-not-same = Dit is niet dezelfde wachtzin. Typ hem opnieuw.
problem-group = Deze groep klopt niet. Kijk op uw papier, of druk op Esc om de code nog eens te zien.
problem-time-now = Typ een tijd zoals 1432, of laat het leeg voor nu.
unlock-station = Werkplek openen
staff-number = medewerker { $n }
staff-last = medewerker { $n }, de laatste hier
unlock-trying = De wachtzin wordt geprobeerd.
unlock-wait = Te vaak geprobeerd. Wacht { $seconds } seconden.
locked-idle = Vergrendeld omdat er even niets is gedaan. Concepten zijn bewaard.
locked-by-key = Vergrendeld. Concepten zijn bewaard.
in-use = { $who } werkt al op deze werkplek, sinds { $since }, op terminal { $terminal }.
in-use-unknown = Deze werkplek is al open, sinds { $since }, op terminal { $terminal }.
in-use-take-over = Ga daar verder, of druk op { $key } om hier over te nemen. Het concept daar wordt dan bewaard.
confirm-quit = Er is nog iets half ingevuld of onderweg. Het concept wordt bewaard. Beschermd afsluiten?
confirm-take-from = { $who } werkt aan deze zaak. Neemt u de zaak over?
confirm-oversee = { $who } heeft nu zicht op veiligheid. Spreek dit samen af. Neemt u het over?
confirm-take-over = De sessie van { $who } wordt afgesloten. Het concept daar wordt bewaard. Overnemen?
confirm-undo = Het laatste dat u bij { $number } hebt vastgelegd wordt ingetrokken. Het blijft in de geschiedenis staan. Intrekken?
confirm-new-code = Een nieuwe herstelcode maken? De code op papier werkt daarna niet meer. De gegevens blijven zoals ze zijn.
said-new-code = De nieuwe herstelcode geldt. Vernietig het papier met de oude.
said-taken = Opgeslagen: u werkt aan deze zaak.
said-laid-down = Opgeslagen: u werkt niet meer aan deze zaak.
said-oversee = Opgeslagen: u hebt zicht op veiligheid.
said-oversee-already = U hebt al zicht op veiligheid in deze zaak.
said-note = Opgeslagen: aantekening.
said-acute = Opgeslagen: acute onveiligheid.
said-linked = Opgeslagen: de zaken horen bij elkaar.
said-not-linked = Opgeslagen: de zaken horen niet bij elkaar.
said-contact = Opgeslagen: contact.
said-undone = Opgeslagen: ingetrokken.
said-nothing-to-undo = Bij deze zaak is nu niets in te trekken.
said-no-deadline = Voor deze zaak loopt geen termijn.
said-no-links = Deze zaak heeft geen koppelingen.
said-choose-case = Kies eerst een zaak.
said-case-not-read = De zaak wordt nog gelezen. Probeer het zo opnieuw; uw tekst staat er nog.
said-drafts-left =
    { $count ->
        [one] Er ligt nog 1 concept.
       *[other] Er liggen nog { $count } concepten.
    }
said-key-problems = In uw keys.toml staan toetsen die niet kunnen. Die regels zijn overgeslagen.
said-by = { "  " }{ $who }, { $when }
filter-all = alles
filter-mine = van mij
filter-overdue = te laat
form-note = Aantekening
form-acute = Acute onveiligheid
form-reject-link = Hoort niet bij elkaar
field-note-text = Tekst voor collega's
field-action-what = Wat gebeurt er nu
field-action-who = Door wie
field-action-when = Wanneer
field-reason = Waarom
part-persons = Personen
part-links = Koppelingen
part-notes = Aantekeningen
case-acute = !! ACUUT: het kind is nu niet veilig
case-acute-over = Acute onveiligheid voorbij: { $reason }
case-anomalies =
    { $count ->
        [one] 1 vreemd feit in deze zaak
       *[other] { $count } vreemde feiten in deze zaak
    }
case-sealed =
    { $count ->
        [one] 1 feit is voor u niet te lezen
       *[other] { $count } feiten zijn voor u niet te lezen
    }
no-persons = Er zijn geen personen genoemd.
no-reports = Deze zaak heeft geen melding.
receipt-missing = Van deze melding is de ontvangst (nog) niet bekend.
report-heading = Melding van { $when } · { $channel }
reporter-withheld = Wie meldde, mag u niet zien.
address-shielded = Het adres is afgeschermd en wordt niet getoond.
relation-to = { "  " }{ $text } van { $to }
note-by = { $kind } · { $who }, { $when }
note-internal = aantekening
note-addition = aanvulling
note-contact = contactmoment
channel-json = bestand
channel-telephone = telefoon
channel-in-person = aan de balie
channel-written = brief of mail
link-kind-same-report = zelfde meldingsnummer
link-kind-same-child = zelfde kind
link-kind-same-person = zelfde persoon
link-kind-same-address = zelfde adres
link-kind-earlier = eerdere zaak van dit gezin
link-kind-advice = advies dat melding werd
verdict-suggested = beslis: hoort dit bij elkaar?
verdict-confirmed = hoort bij elkaar
verdict-rejected = hoort niet bij elkaar
disclosed-open = gezin mag weten wie meldde
disclosed-hidden = gezin mag niet weten wie meldde
disclosed-not-asked = nog niet gevraagd: behandelen als geheim
bsn-wrong = ! klopt niet (elfproef)
interpreter-needed = tolk nodig
authority-yes = heeft gezag
authority-no = geen gezag
part-perpetrator-reported = pleger volgens de melder
flag-person-unknown = persoon zonder herkenbare gegevens
flag-text-shortened = tekst ingekort; het origineel is bewaard
flag-stalking-high = stalking: hoog risico
label-overseer = Zicht op veiligheid
label-worker = Behandelaar
label-name = Naam
label-birth = Geboren
label-sex = Geslacht
label-bsn = BSN
label-role = Rol
label-involvement = Betrokkenheid
label-formal-address = Adres (BRP)
label-actual-address = Verblijft
label-reach = Bereikbaar
label-safe-to-call = Veilig bellen
label-background = Achtergrond
label-died = Overleden
label-remark = Opmerking
label-receipt = Ontvangst
label-message-type = Bericht
label-reference = Kenmerk
label-reporter = Melder
label-disclosure = Bekendmaking
label-classification = Soort
label-report-date = Gemeld op
label-incident-date = Voorval op
label-location = Plaats
label-report-number = Nummer melder
label-narrative = Verhaal
label-incident = Wat er gebeurde
label-concern = Zorgen van de melder
label-additional = Meer informatie
label-request = Wat de melder vraagt
label-circumstances = Omstandigheden
label-weapons = Wapens
label-children-present = Kinderen erbij
label-stalking-screened = Stalking gescreend
label-stalking-level = Risico stalking
label-joint-meeting = Voor het overleg
label-restraining-order = Huisverbod
label-arrest = Aanhouding
label-charge = Aangifte
label-honour = Eergerelateerd
label-existing-help = Hulp aanwezig
label-earlier = Eerder
label-informing = Geïnformeerd
label-informed-general = Wat het gezin weet
label-informed = Geïnformeerd
label-told-reporter = Aan de melder verteld
context-everywhere = overal
context-queue = de wachtrij
context-case = een zaak
context-sheet = een lijst
context-links = koppelingen
context-confirm = een vraag
context-work = lang werk
context-finder = zoeken
context-form = een formulier
context-contact = een contact
context-setup = openen
context-unlock = de wachtzin
intent-move-up = omhoog
intent-move-down = omlaag
intent-page-up = bladzij omhoog
intent-page-down = bladzij omlaag
intent-top = naar de eerste
intent-bottom = naar de laatste
intent-open = openen
intent-next = verder
intent-oversee = zicht op veiligheid nemen
intent-back = terug
intent-next-pane = volgend deel
intent-previous-pane = vorig deel
intent-new-contact = nieuw contact
intent-resume-draft = verder met concept
intent-acute = acuut
intent-assign = oppakken
intent-note = aantekening
intent-links = koppelingen
intent-accept = ja
intent-reject = nee
intent-filter = filter
intent-find = zoeken
intent-why = waarom deze dag
intent-undo = intrekken
intent-palette = doen
intent-help = hulp
intent-notices = berichten
intent-submit = opslaan
intent-turn = ander soort contact
intent-language = English
intent-theme = andere kleuren
intent-repaint = scherm opnieuw tekenen
intent-lock = vergrendelen
intent-take-over = hier overnemen
intent-use-recovery = herstelcode
intent-new-recovery-code = nieuwe herstelcode
intent-quit = afsluiten
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
