package model_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tavoitekartta/model"
)

func TestRaggedRowsArePadded(t *testing.T) {
	g := model.ReadGrid("Kieli\t2019\t2020\nsuomi\t1 234\nruotsi\n\n")
	want := model.Grid{{"Kieli", "2019", "2020"}, {"suomi", "1 234", ""}, {"ruotsi", "", ""}}
	if !reflect.DeepEqual(g, want) {
		t.Errorf("read %q", g)
	}
	if g.NumberColumn(0) || !g.NumberColumn(1) || g.NumberColumn(2) {
		t.Error("only the second column has numbers")
	}
}

func TestGridIsReadBackAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := model.ReadGrid(rapid.String().Draw(t, "text"))
		again := model.ReadGrid(g.String())
		if g.String() != again.String() {
			t.Fatalf("%q became %q", g.String(), again.String())
		}
		for _, row := range again {
			if len(row) != again.Columns() {
				t.Fatalf("ragged: %q", again)
			}
		}
	})
}

func TestRowsAndColumnsComeAndGo(t *testing.T) {
	g := model.ReadGrid("a\tb\nc\td")
	for name, c := range map[string]struct {
		got  model.Grid
		want string
	}{
		"row":            {g.WithRow(1), "a\tb\n\t\nc\td"},
		"row at the end": {g.WithRow(2).WithoutRow(0), "c\td\n\t"},
		"column":         {g.WithColumn(1), "a\t\tb\nc\t\td"},
		"no column":      {g.WithoutColumn(0), "b\nd"},
		"grown":          {g.Grown(3, 3), "a\tb\t\nc\td\t\n\t\t"},
	} {
		if got := c.got.String(); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if g.String() != "a\tb\nc\td" {
		t.Errorf("the grid itself changed: %q", g)
	}
}

func TestEditionsOfATableKeepItsShapeAndNumbers(t *testing.T) {
	body := model.Text{Fi: "Kieli\t2019\nsuomi\t12", Sv: "Språk"}
	table := model.ReadTable(body, model.Finnish)
	if got := table.In(model.Swedish).String(); got != "Språk\t2019\n\t12" {
		t.Fatalf("the Swedish edition is %q", got)
	}
	g := table.In(model.Finnish).Grown(3, 2)
	g[1][1], g[2][0], g[2][1] = "13", "ruotsi", "noin 7"
	got := table.With(model.Finnish, g).Text()
	if got.Fi != "Kieli\t2019\nsuomi\t13\nruotsi\tnoin 7" || got.Sv != "Språk\t2019\n\t13\n\t" {
		t.Errorf("after writing: %+v", got)
	}
	removed := model.ReadTable(got, model.Finnish).Shaped(func(g model.Grid) model.Grid { return g.WithoutRow(1) }).Text()
	if removed.Fi != "Kieli\t2019\nruotsi\tnoin 7" || removed.Sv != "Språk\t2019\n\t" {
		t.Errorf("after removing a row: %+v", removed)
	}
	g = model.ReadTable(body, model.Finnish).In(model.Finnish)
	g[1][1] = "ei tietoa"
	if sv := table.With(model.Finnish, g).Text().Sv; sv != "Språk\t2019\n\tei tietoa" {
		t.Errorf("a number that became words stays in the other edition: %q", sv)
	}
}

func TestChartReadsNumbersAndNamesWhatIsNone(t *testing.T) {
	c := model.ReadChart(model.ReadGrid("Kieli\t2019\t2020\nsuomi\t1 000\t2 000,0\nruotsi\tnoin 5\t\nvenäjä\t-3\t0"))
	if !slices.Equal(c.Series, []string{"2019", "2020"}) || len(c.Groups) != 3 {
		t.Fatalf("read %+v", c)
	}
	if b := c.Groups[0].Bars; b[0].Share != 0.5 || b[1].Share != 1 || b[1].Written != "2 000,0" {
		t.Errorf("bars %+v", b)
	}
	if want := []model.CellPlace{{Row: 2, Column: 1}, {Row: 3, Column: 1}}; !slices.Equal(c.Unread, want) {
		t.Errorf("no numbers at %v", c.Unread)
	}
	if b := c.Groups[2].Bars[1]; !b.Known || b.Share != 0 {
		t.Errorf("zero is %+v", b)
	}
	if words := c.InWords(); words != "suomi: 2019 1 000, 2020 2 000,0; ruotsi: 2019 –, 2020 –; venäjä: 2019 –, 2020 0" {
		t.Errorf("in words: %q", words)
	}
	for _, body := range []string{"", "vain otsikko", "yksi\nkaksi", "\t\t\n\t\t"} {
		model.ReadChart(model.ReadGrid(body)).InWords()
	}
}

func TestPastedTextBecomesParts(t *testing.T) {
	type part = model.PastedBlock
	for name, c := range map[string]struct {
		pasted string
		want   []part
	}{
		"nothing":              {"\n \t\n", nil},
		"one paragraph":        {"  Tekstiä.  ", []part{{model.ParagraphBlock, "Tekstiä."}}},
		"several paragraphs":   {"Yksi.\r\n\r\nKaksi.\nKolme.", []part{{model.ParagraphBlock, "Yksi."}, {model.ParagraphBlock, "Kaksi."}, {model.ParagraphBlock, "Kolme."}}},
		"a table":              {"Kieli\t2019\nsuomi\t12\n", []part{{model.TableBlock, "Kieli\t2019\nsuomi\t12"}}},
		"a table with a break": {"Kieli\t2019\n\"suomi\nja ruotsi\"\t12", []part{{model.TableBlock, "Kieli\t2019\nsuomi ja ruotsi\t12"}}},
		"a list":               {"• yksi\n• kaksi", []part{{model.ListBlock, "yksi\nkaksi"}}},
		"a list from Word":     {"–\tyksi\n–\tkaksi", []part{{model.ListBlock, "yksi\nkaksi"}}},
		"a numbered list":      {"1. yksi\n2) kaksi", []part{{model.NumberedBlock, "yksi\nkaksi"}}},
		"text around a table":  {"Väestö:\nKieli\t2019\nsuomi\t12\nLähde: tilasto.", []part{{model.ParagraphBlock, "Väestö:"}, {model.TableBlock, "Kieli\t2019\nsuomi\t12"}, {model.ParagraphBlock, "Lähde: tilasto."}}},
		"a year is no item":    {"2019 alkoi.", []part{{model.ParagraphBlock, "2019 alkoi."}}},
		"control characters":   {"a\x00b\x07\n\u202Ec", []part{{model.ParagraphBlock, "ab"}, {model.ParagraphBlock, "c"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := model.PastedBlocks(c.pasted); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q", got)
			}
		})
	}
}

func FuzzPastedBlocksKeepEveryLetter(f *testing.F) {
	f.Add("Yksi.\n• kaksi\n1. kolme\na\tb")
	f.Fuzz(func(t *testing.T, pasted string) {
		for _, b := range model.PastedBlocks(pasted) {
			if strings.TrimSpace(b.Body) == "" || !slices.Contains(model.BlockRoles(), b.Role) {
				t.Errorf("%q gives %+v", pasted, b)
			}
			if b.Role.Tabular() {
				model.ReadChart(model.ReadGrid(b.Body))
			}
		}
	})
}

func TestSizesOfBlocksAreTold(t *testing.T) {
	d := newDesk(t, replicaA)
	programmeWithGoal(t, d)
	row := strings.Repeat("x\t", 59) + "x"
	var chapter model.EntityID
	add := func(role model.BlockRole, body string) model.EntityID {
		var id model.EntityID
		d.must(func(st *model.Step) (err error) {
			if chapter == "" {
				if chapter, err = st.Add(d.state.Root(), model.KindChapter, ""); err != nil {
					return err
				}
			}
			if id, err = st.Add(chapter, model.KindBlock, ""); err != nil {
				return err
			}
			if err := st.Set(id, model.FieldRole, model.ValueOf(string(role))); err != nil {
				return err
			}
			return st.SetText(id, model.FieldBodyText, model.Finnish, body)
		})
		return id
	}
	want := map[model.EntityID]model.Code{
		add(model.TableBlock, row):                                       model.CodeTooManyColumns,
		add(model.TableBlock, strings.Repeat("a\tb\n", 300)):             model.CodeTooManyRows,
		add(model.ListBlock, strings.Repeat("a\n", 300)):                 model.CodeTooManyRows,
		add(model.ChartBlock, "Kieli\t2019\nsuomi\tmonta"):               model.CodeNoNumberInChart,
		add(model.ParagraphBlock, strings.Repeat("ä", model.MaxProse+1)): model.CodeTooLong,
	}
	got := map[model.EntityID]model.Code{}
	for _, f := range model.NewRules().Check(d.state) {
		if _, wanted := want[f.Entity]; wanted && f.Code != model.CodeTranslationMissing {
			got[f.Entity] = f.Code
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}
