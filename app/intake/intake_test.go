package intake_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"tavoitekartta/app/intake"
	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/assets"
	"tavoitekartta/model"
)

func TestEveryExampleAndTemplateComesBackAsItWas(t *testing.T) {
	files := map[string]func(string) ([]byte, error){}
	for _, name := range assets.Examples() {
		files["example "+name] = func(string) ([]byte, error) { return assets.Example(name) }
	}
	for _, name := range assets.Templates() {
		files["template "+name] = func(string) ([]byte, error) { return assets.Template(name) }
	}
	for name, read := range files {
		data, err := read("")
		if err != nil {
			t.Fatal(err)
		}
		checkRoundTrip(t, name, data)
	}
}

func checkRoundTrip(t *testing.T, name string, data []byte) {
	t.Helper()
	first, err := intake.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	described := intaketest.Describe(intaketest.Build(t, first).Programme())
	written, err := json.Marshal(described)
	if err != nil {
		t.Fatal(err)
	}
	second, err := intake.Read(bytes.NewReader(written))
	if err != nil {
		t.Fatalf("%s: written and not read: %v", name, err)
	}
	if again := intaketest.Describe(intaketest.Build(t, second).Programme()); !reflect.DeepEqual(described, again) {
		t.Errorf("%s came back changed:\n%+v\n%+v", name, described, again)
	}
}

// everything uses each field of the form, so that one which is read and not
// built, or built and not described, is found.
const everything = `{
  "form": 1, "title": {"fi": "Ohjelma", "sv": "Program", "en": "Programme"}, "subtitle": {"fi": "Alaotsikko"},
  "kind": "developmentPlan", "firstYear": 2012, "lastYear": 2022, "firstLanguage": "sv", "languages": ["sv", "fi", "en"],
  "owners": [{"name": {"sv": "Vasa stad"}, "kind": "regionProject", "bilingual": true}],
  "preparedBy": {"fi": "A"}, "coordinatedWith": {"fi": "B"}, "followUpBody": {"fi": "C"},
  "legalBasis": "681/2023", "legalBasisText": {"fi": "D"}, "strategy": {"fi": "E\nF"}, "parentProgramme": {"fi": "G"},
  "predecessor": {"fi": "H"}, "keywords": {"fi": "I"}, "reimbursement": {"fi": "J"}, "address": "example.fi",
  "published": "2023-03-13", "recordedAfterwards": true, "structureOnly": true, "plainText": {"fi": "E1\nE2"},
  "confidentiality": "Julkinen", "retentionClass": "Pysyvästi",
  "chapters": [{"role": "quotation", "title": {"fi": "K"}, "body": {"fi": "L"}, "authorRole": {"fi": "M"},
    "blocks": [{"role": "table", "title": {"fi": "M1"}, "body": {"fi": "vuosi\tmäärä\n2019\t5"}, "authorRole": {"fi": "M2"}}]}],
  "contacts": [{"role": {"fi": "sihteeri"}, "address": "kirjaamo"}],
  "bodies": [
    {"name": {"fi": "Sosiaalitoimi", "sv": "Socialväsendet"}, "aliases": [{"fi": "sosiaalityö"}], "sector": "city",
     "validFrom": "2010-01-01", "validTo": "2022-12-31", "successor": "hyvinvointialue"},
    {"name": {"fi": "Hyvinvointialue"}, "sector": "wellbeingServicesCounty"}],
  "sections": [{"title": {"fi": "Kärki"}, "role": "spearhead", "description": {"fi": "N"}, "plainText": {"fi": "N1"}, "goals": [{
    "role": "spearhead", "title": {"fi": "O"}, "description": {"fi": "P"}, "plainText": {"sv": "P1"}, "bodiesPrinted": {"fi": "Q"},
    "bodies": [{"body": "socialväsendet", "role": "partner", "leads": true, "acceptedBy": "johtaja", "acceptedOn": "2018-11-01", "reservation": {"fi": "R"}}],
    "subGoals": [{"title": {"fi": "S"}}],
    "indicators": [{"title": {"fi": "T"}, "kind": "growth", "confirmed": true, "unit": {"fi": "%"}, "direction": "down",
      "baselineValue": 12.50, "baselineYear": 2011, "baselineSource": {"fi": "U"}, "targetTotal": "-3.25", "targetYearly": 4,
      "targetsByYear": {"2020": 5, "2021": 6.5},
      "followUps": [{"year": 2020, "body": "Hyvinvointialue", "status": "underWay", "value": "4.5", "remark": "T1\nT2"}]}],
    "measures": [
      {"title": {"fi": "V"}, "description": {"fi": "W"}, "timetable": {"years": [2021, 2019]}, "timetablePrinted": {"fi": "X"},
       "bodies": ["SOSIAALITYÖ"], "bodiesPrinted": {"fi": "Y"}, "indicators": [{"title": {"fi": "Z"}}], "status": "completed",
       "followUps": [{"year": 2019, "body": "Hyvinvointialue", "status": "completed", "value": 1, "remark": "V1"}]},
      {"timetable": {"from": "2019-spring"}}, {"timetable": {"from": "2019-02", "to": "2020"}},
      {"timetable": "ongoing"}, {"timetable": "none"}, {}]}]}],
  "goals": [{"title": {"fi": "Å"}}],
  "steeringGroup": {"fi": "Ä"},
  "decisions": [{"organ": "council", "organName": {"fi": "Valtuusto"}, "meetingDate": "2019-03-18", "paragraph": "12 a",
    "registerNumber": "1/2019", "preparer": {"fi": "a"}, "presenter": {"fi": "b"}, "proposal": {"fi": "c"}, "text": {"fi": "d"},
    "rationale": {"fi": "c1"}, "effects": {"fi": "c2"}, "costs": {"fi": "c3"}, "annexes": {"fi": "c4\nc5"}, "appeal": {"fi": "c6"},
    "outcome": "approvedAmended", "unanimous": true, "final": true,
    "votes": [{"yesMeaning": {"fi": "e"}, "noMeaning": {"fi": "f"}, "numbersUnknown": true, "yes": 1, "no": 2, "blank": 3, "absent": 4}],
    "motions": [{"kind": "initiative", "text": {"fi": "g"}, "outcome": "rejected", "unanimous": true, "changesText": true}],
    "dissents": [{"text": {"fi": "h"}}],
    "minutes": [{"role": "chair", "roleText": {"fi": "i"}, "done": true, "doneOn": "2019-03-20", "digitally": true}]}]}`

func TestEveryFieldOfTheFormIsKept(t *testing.T) {
	checkRoundTrip(t, "everything", []byte(everything))
	described, err := intake.Read(strings.NewReader(everything))
	if err != nil {
		t.Fatal(err)
	}
	got := intaketest.Describe(intaketest.Build(t, described).Programme())
	// The reading puts years in order and calls bodies by their own names.
	described.Bodies[0].Successor = "Hyvinvointialue"
	described.Sections[0].Goals[0].Bodies[0].Body = "Socialväsendet"
	described.Sections[0].Goals[0].Measures[0].Bodies[0].Body = "Socialväsendet"
	described.Sections[0].Goals[0].Measures[0].Timetable.Timetable = model.YearsTimetable(2019, 2021)
	gotJSON, wantJSON := indented(t, got), indented(t, described)
	if gotJSON != wantJSON {
		t.Errorf("got\n%s\nwant\n%s", gotJSON, wantJSON)
	}
	checkNothingZero(t, reflect.ValueOf(got), "")
}

func indented(t *testing.T, v any) string {
	t.Helper()
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// checkNothingZero finds fields of the form that the test file does not use, in
// the first element of each list.
func checkNothingZero(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	if v.IsZero() && path != ".Sections.Goals.SubGoals.Measures" {
		t.Errorf("%s is empty", path)
	}
	switch v.Interface().(type) {
	case model.Text, model.Date, intake.Timetable:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if path == ".Goals" || strings.HasSuffix(path, ".SubGoals") || strings.HasSuffix(path, ".Measures.Indicators") || strings.HasSuffix(path, ".Measures.Bodies") {
			return
		}
		for i := range v.NumField() {
			checkNothingZero(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			checkNothingZero(t, v.Index(0), path)
		}
	}
}

func TestBadFilesAreRefusedWithPathAndCode(t *testing.T) {
	long := strings.Repeat("ä", model.MaxTitle+1)
	cases := []struct {
		name, file string
		code       model.Code
		path       string
	}{
		{"nothing", ``, intake.CodeNotJSON, ""},
		{"no JSON", `Kotouttamisohjelma`, intake.CodeNotJSON, ""},
		{"half a file", `{"form": 1, "title": {`, intake.CodeNotJSON, ""},
		{"two files in one", `{"form": 1} {}`, intake.CodeNotJSON, ""},
		{"bytes that are no text", "{\"form\": 1, \"address\": \"\xff\xfe\"}", intake.CodeNotJSON, ""},
		{"a spreadsheet", "PK\x03\x04\x14\x00", intake.CodeNotJSON, ""},
		{"a list", `[]`, intake.CodeUnknownForm, ""},
		{"a word", `"form"`, intake.CodeUnknownForm, ""},
		{"no form", `{"title": {"fi": "A"}}`, intake.CodeUnknownForm, ""},
		{"a newer form", `{"form": 2}`, intake.CodeUnknownForm, ""},
		{"a form in words", `{"form": "1"}`, intake.CodeUnknownForm, ""},
		{"deep", `{"form": 1, "goals": ` + strings.Repeat(`[`, 40) + strings.Repeat(`]`, 40) + `}`, intake.CodeTooDeep, "goals" + strings.Repeat("[0]", 24)},
		{"an unknown field", `{"form": 1, "sections": [{}, {"titel": 1}]}`, intake.CodeUnknownField, "sections[1].titel"},
		{"a field twice", `{"form": 1, "address": "a", "address": "b"}`, intake.CodeRepeatedField, "address"},
		{"a field of another letter case", `{"form": 1, "Title": {}}`, intake.CodeUnknownField, "Title"},
		{"a text without language", `{"form": 1, "title": "Ohjelma"}`, intake.CodeWrongType, "title"},
		{"an unknown language", `{"form": 1, "title": {"se": "Prográmma"}}`, intake.CodeUnknownField, "title.se"},
		{"nothing for a text", `{"form": 1, "title": {"fi": null}}`, intake.CodeWrongType, "title.fi"},
		{"a number for a text", `{"form": 1, "title": {"fi": 5}}`, intake.CodeWrongType, "title.fi"},
		{"an object for a list", `{"form": 1, "sections": {}}`, intake.CodeWrongType, "sections"},
		{"a word for a truth", `{"form": 1, "owners": [{"bilingual": "yes"}]}`, intake.CodeWrongType, "owners[0].bilingual"},
		{"an over-long title", `{"form": 1, "title": {"sv": "` + long + `"}}`, model.CodeTooLong, "title.sv"},
		{"an over-long address", `{"form": 1, "address": "` + long + `"}`, model.CodeTooLong, "address"},
		{"a table pasted into a title", `{"form": 1, "title": {"fi": "Tavoite\tToimenpide"}}`, intake.CodeBadCharacter, "title.fi"},
		{"a zero byte", `{"form": 1, "strategy": {"fi": "a\u0000b"}}`, intake.CodeBadCharacter, "strategy.fi"},
		{"an unknown kind", `{"form": 1, "kind": "plan"}`, model.CodeUnknownWord, "kind"},
		{"an unknown language of the content", `{"form": 1, "languages": ["fi", "ru"]}`, model.CodeUnknownWord, "languages[1]"},
		{"year 0", `{"form": 1, "firstYear": 0}`, model.CodeYearOutOfRange, "firstYear"},
		{"year 20222", `{"form": 1, "lastYear": 20222}`, model.CodeYearOutOfRange, "lastYear"},
		{"half a year", `{"form": 1, "lastYear": 2022.5}`, model.CodeYearOutOfRange, "lastYear"},
		{"a year in words", `{"form": 1, "lastYear": "2022"}`, intake.CodeWrongType, "lastYear"},
		{"a year too large for any machine", `{"form": 1, "lastYear": 99999999999999999999}`, model.CodeYearOutOfRange, "lastYear"},
		{"years that end before they start", `{"form": 1, "firstYear": 2022, "lastYear": 2019}`, model.CodeEndBeforeStart, "lastYear"},
		{"31 February", `{"form": 1, "published": "2023-02-31"}`, intake.CodeNoDate, "published"},
		{"a Finnish date", `{"form": 1, "published": "13.3.2023"}`, intake.CodeNoDate, "published"},
		{"a timetable in words", goal(`"measures": [{"timetable": "keväällä"}]`), intake.CodeTimetableForm, "goals[0].measures[0].timetable"},
		{"an empty timetable", goal(`"measures": [{"timetable": {}}]`), intake.CodeTimetableForm, "goals[0].measures[0].timetable"},
		{"a timetable of both forms", goal(`"measures": [{"timetable": {"years": [2019], "from": "2019"}}]`), intake.CodeTimetableForm, "goals[0].measures[0].timetable"},
		{"a list as timetable", goal(`"measures": [{"timetable": [2019]}]`), intake.CodeTimetableForm, "goals[0].measures[0].timetable"},
		{"a measure's year 0", goal(`"measures": [{"timetable": {"years": [0]}}]`), model.CodeYearOutOfRange, "goals[0].measures[0].timetable.years[0]"},
		{"a span's year 20222", goal(`"measures": [{"timetable": {"from": "2019", "to": "20222"}}]`), model.CodeYearOutOfRange, "goals[0].measures[0].timetable.to"},
		{"a thirteenth month", goal(`"measures": [{"timetable": {"from": "2019-13"}}]`), intake.CodeTimetableForm, "goals[0].measures[0].timetable.from"},
		{"a span backwards", goal(`"measures": [{"timetable": {"from": "2020-06", "to": "2020-spring"}}]`), model.CodeEndBeforeStart, "goals[0].measures[0].timetable"},
		{"a worded number", goal(`"indicators": [{"targetTotal": "neljä"}]`), model.CodeNoNumber, "goals[0].indicators[0].targetTotal"},
		{"a decimal comma", goal(`"indicators": [{"targetTotal": "12,5"}]`), model.CodeNoNumber, "goals[0].indicators[0].targetTotal"},
		{"a power of ten", goal(`"indicators": [{"targetTotal": 1e400}]`), model.CodeNoNumber, "goals[0].indicators[0].targetTotal"},
		{"a target of year 0", goal(`"indicators": [{"targetsByYear": {"0": 5}}]`), model.CodeYearOutOfRange, "goals[0].indicators[0].targetsByYear.0"},
		{"a body of no register", goal(`"bodies": ["Kirjasto"]`), intake.CodeUnknownBody, "goals[0].bodies[0]"},
		{"a body without a name", goal(`"bodies": [{"role": "partner"}]`), intake.CodeUnknownBody, "goals[0].bodies[0]"},
		{"an unknown successor", `{"form": 1, "bodies": [{"name": {"fi": "A"}, "successor": "B"}]}`, intake.CodeUnknownBody, "bodies[0].successor"},
		{"a nameless entry of the register", `{"form": 1, "bodies": [{"name": {"fi": " "}}]}`, intake.CodeNameMissing, "bodies[0].name"},
		{"a body twice", `{"form": 1, "bodies": [{"name": {"fi": "Kirjasto"}}, {"name": {"sv": "KIRJASTO "}}]}`, model.CodeDuplicateName, "bodies[1].name"},
		{"an alias that is another's name", `{"form": 1, "bodies": [{"name": {"fi": "A"}}, {"name": {"fi": "B"}, "aliases": [{"fi": "a"}]}]}`, model.CodeDuplicateName, "bodies[1].aliases[0]"},
		{"a section twice", `{"form": 1, "sections": [{"title": {"fi": "Työ"}}, {"title": {"fi": "työ"}}]}`, model.CodeDuplicateName, "sections[1].title"},
		{"an owner twice", `{"form": 1, "owners": [{"name": {"fi": "Vaasa"}}, {"name": {"fi": "Vaasa"}}]}`, model.CodeDuplicateName, "owners[1].name"},
		{"a tab outside a chapter's block", `{"form": 1, "chapters": [{"body": {"fi": "a\tb"}}]}`, intake.CodeBadCharacter, "chapters[0].body.fi"},
		{"an unknown role of a goal", goal(`"role": "dream"`), model.CodeUnknownWord, "goals[0].role"},
		{"an unknown kind of motion", `{"form": 1, "decisions": [{"motions": [{"kind": "wish"}]}]}`, model.CodeUnknownWord, "decisions[0].motions[0].kind"},
		{"a name in the minutes", `{"form": 1, "decisions": [{"minutes": [{"name": "A"}]}]}`, intake.CodeUnknownField, "decisions[0].minutes[0].name"},
		{"more votes than a council has", `{"form": 1, "decisions": [{"votes": [{"yes": 1001}]}]}`, model.CodeTooLong, "decisions[0].votes[0].yes"},
		{"a decision on 31 February", `{"form": 1, "decisions": [{"meetingDate": "2019-02-31"}]}`, intake.CodeNoDate, "decisions[0].meetingDate"},
		{"a body that ends before it begins", `{"form": 1, "bodies": [{"name": {"fi": "A"}, "validFrom": "2020-01-01", "validTo": "2019-01-01"}]}`, model.CodeEndBeforeStart, "bodies[0].validTo"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := intake.Read(strings.NewReader(c.file))
			var problems intake.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("no problems, but %v", err)
			}
			if problems[0].Code != c.code || problems[0].Path != c.path {
				t.Errorf("%s at %q, want %s at %q", problems[0].Code, problems[0].Path, c.code, c.path)
			}
		})
	}
}

func goal(fields string) string { return fmt.Sprintf(`{"form": 1, "goals": [{%s}]}`, fields) }

func TestFilesAreRefusedBeforeTheyFillTheMemory(t *testing.T) {
	_, err := intake.Read(bytes.NewReader(bytes.Repeat([]byte(" "), 17<<20)))
	var problems intake.Problems
	if !errors.As(err, &problems) || problems[0].Code != intake.CodeTooLarge {
		t.Errorf("17 MB: %v", err)
	}
	_, err = intake.Read(strings.NewReader(`{"form": 1, "languages": [` + strings.Repeat("0,", 1_000_001) + `0]}`))
	if !errors.As(err, &problems) || problems[0].Code != intake.CodeTooMany {
		t.Errorf("a million values: %v", err)
	}
}

func TestAllProblemsOfAFileAreToldAtOnce(t *testing.T) {
	_, err := intake.Read(strings.NewReader(`{"form": 1, "firstYear": 0, "kind": "x", "title": 5}`))
	var problems intake.Problems
	if !errors.As(err, &problems) || len(problems) != 3 {
		t.Errorf("%v", err)
	}
}

func TestTextsOfOtherScriptsAreKept(t *testing.T) {
	const title = "שלום 🏠 مرحبا – Ääkköset"
	described, err := intake.Read(strings.NewReader("\uFEFF" + `{"form": 1, "title": {"fi": "` + title + `"}}`))
	if err != nil {
		t.Fatal(err)
	}
	p := intaketest.Build(t, described).Programme()
	equal(t, "title", p.Title.Fi, title)
}

func FuzzRead(f *testing.F) {
	for _, name := range assets.Templates() {
		data, err := assets.Template(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(everything))
	f.Fuzz(func(t *testing.T, data []byte) {
		described, err := intake.Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		// What is read can be built, and comes back as what was built.
		first := intaketest.Describe(intaketest.Build(t, described).Programme())
		written, err := json.Marshal(first)
		if err != nil {
			t.Fatal(err)
		}
		again, err := intake.Read(bytes.NewReader(written))
		if err != nil {
			t.Fatalf("written and not read: %v\n%s", err, written)
		}
		if second := intaketest.Describe(intaketest.Build(t, again).Programme()); !reflect.DeepEqual(first, second) {
			t.Fatalf("came back changed:\n%+v\n%+v", first, second)
		}
	})
}
