package interchange_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"tavoitekartta/app/intake/intaketest"
	"tavoitekartta/assets"
	"tavoitekartta/model"
	"tavoitekartta/model/interchange"
)

func begin(replica model.ReplicaID) (*model.State, *model.Step) {
	s := model.NewState()
	return s, s.Begin(model.Writer{Replica: replica, NextSeq: 1})
}

const here, there = model.ReplicaID("0000000000001"), model.ReplicaID("0000000000002")

// wordOf are codes for fields that take no other text.
var wordOf = map[model.Field]string{
	model.FieldProgrammeKind: string(model.ProgrammeKinds()[0]), model.FieldFirstLanguage: "sv", model.FieldOwnerKind: "region",
	model.FieldIndicatorKind: string(model.IndicatorKinds()[0]), model.FieldDirection: "down", model.FieldSector: string(model.Sectors()[0]),
	model.FieldOrgan: string(model.Organs()[0]), model.FieldOutcome: string(model.Outcomes()[0]),
	model.FieldStatus: string(model.MeasureStatuses()[1]), model.FieldPerson: "p7", model.FieldStoredState: "inDecisionMaking",
}

// roleOf are the roles of kinds that have one.
var roleOf = map[model.Kind]string{
	model.KindChapter: string(model.ChapterRoles()[1]), model.KindSection: string(model.SectionRoles()[1]),
	model.KindGoal: string(model.GoalRoles()[1]), model.KindResponsibility: string(model.Partner),
	model.KindMinutesEntry: string(model.Chair), model.KindMotion: string(model.MotionKinds()[1]), model.KindBlock: string(model.BlockRoles()[1]),
}

// value is one for a field, none the empty one.
func value(s *model.State, k model.Kind, f model.Field) model.Value {
	switch model.TypeOf(k, f) {
	case model.TextValue:
		if f == model.FieldRole {
			return model.ValueOf(roleOf[k])
		}
		if word := wordOf[f]; word != "" {
			return model.ValueOf(word)
		}
		return model.ValueOf("words of " + string(k) + " " + string(f))
	case model.ReferenceValue:
		if f == model.FieldBody || f == model.FieldSuccessor {
			return model.ValueOf(s.Children(s.Root(), model.KindBody)[0].ID)
		}
		return model.ValueOf("an earlier one")
	case model.NumberValue:
		return model.ValueOf("12.5")
	case model.IntValue:
		return model.ValueOf(2021)
	case model.BoolValue:
		return model.ValueOf(true)
	case model.DateValue:
		return model.ValueOf(model.Date{Year: 2021, Month: 3, Day: 4})
	case model.ListValue:
		return model.ValueOf([]string{"sv", "en"})
	case model.TimetableValue:
		return model.ValueOf(model.Timetable{Kind: model.InSpan, From: model.Moment{Year: 2020, Season: model.Winter}, To: model.Moment{Year: 2021, Month: 5}})
	}
	return nil
}

// full is a programme with elements of every kind under every kind of parent,
// and a value in every field that the model knows.
func full(t *testing.T) *model.State {
	t.Helper()
	s, step := begin(here)
	root, err := step.CreateProgramme()
	if err != nil {
		t.Fatal(err)
	}
	under := []model.EntityID{root}
	for level := 0; level < 4; level++ {
		var next []model.EntityID
		for _, parent := range under {
			for _, kind := range model.Kinds() {
				if !kind.MayStandUnder(s.Element(parent).Kind) || kind == model.KindComment || level == 3 && kind == model.KindGoal {
					continue
				}
				for range 2 {
					id, err := step.Add(parent, kind, "")
					if err != nil {
						t.Fatal(err)
					}
					next = append(next, id)
				}
			}
		}
		under = next
	}
	for _, e := range slices.Collect(s.Elements()) {
		for _, base := range model.Fields(e.Kind) {
			if base == model.FieldAside || base == model.FieldVersion && e.Kind != model.KindProgramme {
				continue
			}
			for _, f := range []model.Field{base, base.In(model.Finnish), base.In(model.Swedish), base.In(model.English), model.TargetField(2022)} {
				if got, _ := f.Split(); got != base || model.TypeOf(e.Kind, f) == 0 {
					continue
				}
				if err := step.Set(e.ID, f, value(s, e.Kind, f)); err != nil {
					t.Fatalf("%s %s: %v", e.Kind, f, err)
				}
			}
		}
	}
	return s
}

func encoded(t *testing.T, p model.Programme, names func(model.PersonID) string) []byte {
	t.Helper()
	data, err := interchange.Encode("programme", []model.Language{model.Finnish}, interchange.Record{RegisterNumber: "D/1"}, p, names)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func built(t *testing.T, data []byte) *model.State {
	t.Helper()
	file, err := interchange.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	s, step := begin(there)
	if _, err := file.Build(step); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryFieldOfTheModelComesBack(t *testing.T) {
	s := full(t)
	p := s.Programme()
	back := built(t, encoded(t, p, nil))
	q := back.Programme()
	if !interchange.Same(&p, &q) {
		t.Fatal("not the same programme")
	}
	if q.ID == p.ID {
		t.Error("the programme kept its id")
	}
	count := func(s *model.State) map[string]int {
		fields := map[string]int{}
		for e := range s.Elements() {
			for f := range e.Fields {
				if f != model.FieldNumber {
					fields[string(e.Kind)+" "+string(f)]++
				}
			}
		}
		return fields
	}
	want, got := count(s), count(back)
	for name, n := range want {
		if got[name] != n {
			t.Errorf("%s: %d of %d came back", name, got[name], n)
		}
	}
}

func example(t *testing.T, name string) model.Programme {
	t.Helper()
	return intaketest.Example(t, name).Programme()
}

func TestEveryExampleComesBackAndIsWrittenAlike(t *testing.T) {
	for _, name := range assets.Examples() {
		p := example(t, name)
		first := encoded(t, p, nil)
		if !bytes.Equal(first, encoded(t, example(t, name), nil)) {
			t.Errorf("%s: other bytes the second time", name)
		}
		q := built(t, first).Programme()
		if !interchange.Same(&p, &q) {
			t.Errorf("%s: not the same programme", name)
		}
	}
}

func TestOneWordOfDifferenceIsSeen(t *testing.T) {
	s := full(t)
	p := s.Programme()
	for name, change := range map[string]func(*model.Programme){
		"a title":              func(q *model.Programme) { q.Title.Sv += "." },
		"an order":             func(q *model.Programme) { slices.Reverse(q.Sections) },
		"a body of a measure":  func(q *model.Programme) { q.Sections[0].Goals[0].Measures[0].Bodies[0].Body = q.Bodies[1].ID },
		"an answer":            func(q *model.Programme) { q.Sections[0].Goals[0].Measures[0].FollowUps[0].Remark = "" },
		"a vote":               func(q *model.Programme) { q.Decisions[0].Votes[0].Yes++ },
		"the state of a draft": func(q *model.Programme) { q.State = model.Draft; q.RecordedAfterwards = false },
	} {
		q := full(t).Programme()
		change(&q)
		if interchange.Same(&p, &q) {
			t.Errorf("%s is not seen", name)
		}
	}
}

func TestOnlyNamesThatAreGivenGoAlong(t *testing.T) {
	p := full(t).Programme()
	p.Decisions[0].Minutes[0].Person = "p8"
	p.Aside = []model.Idea{{ID: "x", Title: model.Text{Fi: "syrjään pantu"}}}
	data := encoded(t, p, func(id model.PersonID) string {
		if id == "p8" {
			return "Eka Tarkastaja"
		}
		return ""
	})
	if !strings.Contains(string(data), `"persons":{"p8":"Eka Tarkastaja"}`) || strings.Contains(string(data), "syrjään") {
		t.Error("persons or ideas are not as they should be")
	}
}

func TestLockedContentComesAsRecordedAfterwardsAndKeepsItsFingerprint(t *testing.T) {
	s := full(t)
	p := s.Programme()
	p.State, p.RecordedAfterwards = model.Approved, false
	hash, err := p.Fingerprint()
	if err != nil {
		t.Fatal(err)
	}
	data, err := interchange.Encode("programme", nil, interchange.Record{Fingerprint: hash.String()}, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	file, err := interchange.Decode(data)
	if err != nil || !file.Verified() {
		t.Fatalf("verified %v, %v", file.Verified(), err)
	}
	q := built(t, data).Programme()
	if !q.RecordedAfterwards || !interchange.Same(&p, &q) {
		t.Errorf("state %s, recorded %v", q.State, q.RecordedAfterwards)
	}
	altered := bytes.Replace(data, []byte("words of goal title.fi"), []byte("words of goal title.FI"), 1)
	if _, err := interchange.Decode(altered); !errors.Is(err, interchange.ErrAltered) {
		t.Errorf("an altered word: %v", err)
	}
}

func TestBadFilesAreRefusedEachForItsReason(t *testing.T) {
	good := string(encoded(t, full(t).Programme(), nil))
	swap := func(old, fresh string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("no %q in the file", old)
		}
		return strings.Replace(good, old, fresh, 1)
	}
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"nothing":          {"", interchange.ErrNoProgramme},
		"other JSON":       {`{"a":1}`, interchange.ErrNoProgramme},
		"no text":          {"\xff\xfe", interchange.ErrNoProgramme},
		"cut short":        {good[:len(good)/2], interchange.ErrNoProgramme},
		"newer":            {swap(`"formatVersion":1`, `"formatVersion":2`), interchange.ErrNewer},
		"deep":             {strings.Repeat("[", 1000), interchange.ErrTooLarge},
		"many":             {strings.Repeat("{}", 500_000), interchange.ErrTooLarge},
		"a long list":      {swap(`"sections":[`, `"sections":[`+strings.Repeat("{},", 20_001)), interchange.ErrTooLarge},
		"an unknown field": {swap(`"kind":"programme"`, `"kind":"programme","more":1`), interchange.ErrDamaged},
		"an unknown code":  {swap(`"direction":"down"`, `"direction":"left"`), interchange.ErrDamaged},
		"a bell":           {swap("words of goal", `\u0007words of goal`), interchange.ErrDamaged},
	} {
		if _, err := interchange.Decode([]byte(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	file, err := interchange.Decode([]byte(good))
	if err != nil {
		t.Fatal(err)
	}
	file.Programme.Sections[0].Goals[0].Bodies[0].Body = "nobody"
	_, step := begin(there)
	if _, err := file.Build(step); !errors.Is(err, interchange.ErrDamaged) {
		t.Errorf("a body that is not there: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format":"tavoitekartta-programme","formatVersion":1,"kind":"programme","edition":["fi"],"programme":{"id":"a","title":{"fi":"A"},"state":"draft","version":1,"firstLanguage":"fi","languages":["fi"],"owners":[],"chapters":[],"contacts":[],"sections":[{"id":"b","number":"1","title":{},"role":"house","goals":[]}],"bodies":[]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := interchange.Decode(data)
		if err != nil {
			return
		}
		s, step := begin(there)
		if _, err := file.Build(step); err != nil {
			return
		}
		again, err := interchange.Encode(file.Kind, file.Edition, file.Record, s.Programme(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if file.Record.Fingerprint == "" {
			if _, err := interchange.Decode(again); err != nil {
				t.Fatalf("what was built is not read again: %v", err)
			}
		}
	})
}
