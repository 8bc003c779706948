package model

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
)

// Rules checks values against the tags of the typed reading and the rules
// between fields. The window, the commands and approval use the same one.
type Rules struct {
	tags *validator.Validate
}

// NewRules returns the rules; they can be used by several goroutines.
func NewRules() *Rules {
	v := validator.New(validator.WithRequiredStructEnabled())
	longest := func(limit int) validator.Func {
		return func(fl validator.FieldLevel) bool {
			t, isText := fl.Field().Interface().(Text)
			if !isText {
				return false
			}
			for _, l := range Languages() {
				if utf8.RuneCountInString(t.In(l)) > limit {
					return false
				}
			}
			return true
		}
	}
	mustRegister(v, "title", longest(MaxTitle))
	mustRegister(v, "prose", longest(MaxProse))
	mustRegister(v, "year", func(fl validator.FieldLevel) bool {
		return PossibleYear(int(fl.Field().Int()))
	})
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	return &Rules{tags: v}
}

func mustRegister(v *validator.Validate, tag string, f validator.Func) {
	if err := v.RegisterValidation(tag, f); err != nil {
		panic(err) // fixed names: fails at start or never
	}
}

// PossibleYear tells whether a programme can fall on the year.
func PossibleYear(year int) bool { return year >= FirstPossibleYear && year <= LastPossibleYear }

// codeOfTag translates a broken tag into a code and its limit.
func codeOfTag(tag string) (Code, int) {
	switch tag {
	case "title":
		return CodeTooLong, MaxTitle
	case "prose":
		return CodeTooLong, MaxProse
	case "year":
		return CodeYearOutOfRange, 0
	case "gte":
		return CodeNegative, 0
	case "max", "lte":
		return CodeTooLong, 0
	}
	return CodeUnknownWord, 0
}

// Check returns all findings about a programme: mistakes first in printing
// order, then what is missing. Drafts may have any number of them.
func (r *Rules) Check(s *State) []Finding {
	p := s.Programme()
	c := &checker{rules: r, programme: &p}
	c.programmeItself()
	for i := range p.Sections {
		c.section(&p.Sections[i], pathIndex("sections", i))
	}
	for i := range p.Goals {
		c.goal(&p.Goals[i], pathIndex("goals", i))
	}
	c.bodies()
	for i := range p.Decisions {
		c.decision(&p.Decisions[i], pathIndex("decisions", i))
	}
	for _, clash := range s.Clashes() {
		c.add(Obstacle, CodeOpenClash, clash.Entity, clash.Field, string(clash.Entity))
	}
	c.translations(s)
	return c.findings
}

// checker gathers findings while it walks a programme.
type checker struct {
	rules     *Rules
	programme *Programme
	findings  []Finding
}

func (c *checker) add(s Severity, code Code, id EntityID, f Field, path string) {
	c.findings = append(c.findings, Finding{Severity: s, Code: code, Entity: id, Field: f, Path: path})
}

// tagsOf checks the tags of one struct's own fields.
func (c *checker) tagsOf(v any, id EntityID, path string) {
	var broken validator.ValidationErrors
	if !errors.As(c.rules.tags.Struct(v), &broken) {
		return
	}
	for _, b := range broken {
		code, limit := codeOfTag(b.Tag())
		c.findings = append(c.findings, Finding{
			Severity: Mistake, Code: code, Entity: id, Field: Field(b.Field()), Path: pathJoin(path, b.Field()), Limit: limit,
		})
	}
}

func pathJoin(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

func (c *checker) programmeItself() {
	p := c.programme
	c.tagsOf(*p, p.ID, "")
	if p.Title.Empty() {
		c.add(Obstacle, CodeTitleMissing, p.ID, FieldTitle, "title")
	}
	switch {
	case p.FirstYear == 0 || p.LastYear == 0:
		c.add(Obstacle, CodeYearsMissing, p.ID, FieldFirstYear, "firstYear")
	case p.LastYear < p.FirstYear:
		c.add(Obstacle, CodeEndBeforeStart, p.ID, FieldLastYear, "lastYear")
	case !PossibleYear(p.FirstYear) || !PossibleYear(p.LastYear):
		c.add(Obstacle, CodeYearOutOfRange, p.ID, FieldFirstYear, "firstYear")
	}
	named := false
	for i, o := range p.Owners {
		c.tagsOf(o, o.ID, pathIndex("owners", i))
		named = named || !o.Name.Empty()
	}
	if !named {
		c.add(Obstacle, CodeOwnerMissing, p.ID, FieldName, "owners")
	}
	if len(p.Sections) == 0 && len(p.Goals) == 0 {
		c.add(Obstacle, CodeSectionMissing, p.ID, FieldTitle, "sections")
	}
	for i := range p.Chapters {
		c.chapter(&p.Chapters[i], pathIndex("chapters", i))
	}
	for i, contact := range p.Contacts {
		c.tagsOf(contact, contact.ID, pathIndex("contacts", i))
	}
}

func (c *checker) section(s *Section, path string) {
	c.tagsOf(*s, s.ID, path)
	if s.Title.Empty() {
		c.add(Notice, CodeTitleMissing, s.ID, FieldTitle, path+".title")
	}
	if len(s.Goals) == 0 && !c.programme.StructureOnly {
		c.add(Notice, CodeGoalMissing, s.ID, FieldTitle, path+".goals")
	}
	for i := range s.Goals {
		c.goal(&s.Goals[i], path+"."+pathIndex("goals", i))
	}
}

func (c *checker) goal(g *Goal, path string) {
	c.tagsOf(*g, g.ID, path)
	for _, code := range g.Unwritten(c.programme.FirstLanguage) {
		switch code {
		case CodeTitleMissing, CodeMeasureMissing, CodeBodyMissing, CodeIndicatorMissing:
			c.add(Notice, code, g.ID, fieldOfCode(code), path)
		}
	}
	for i := range g.Measures {
		c.measure(&g.Measures[i], path+"."+pathIndex("measures", i))
	}
	c.responsibilities(g.Bodies, path)
	for i := range g.Indicators {
		c.indicator(&g.Indicators[i], path+"."+pathIndex("indicators", i))
	}
	for i := range g.SubGoals {
		c.goal(&g.SubGoals[i], path+"."+pathIndex("subGoals", i))
	}
}

func fieldOfCode(code Code) Field {
	switch code {
	case CodeBodyMissing:
		return FieldBody
	case CodeIndicatorMissing:
		return FieldIndicatorKind
	case CodeTimetableMissing:
		return FieldTimetable
	}
	return FieldTitle
}

func (c *checker) measure(m *Measure, path string) {
	c.tagsOf(*m, m.ID, path)
	if m.Title.In(c.programme.FirstLanguage) == "" {
		c.add(Notice, CodeMeasureTextMissing, m.ID, FieldTitle, path+".title")
	}
	c.timetable(m, path+".timetable")
	c.responsibilities(m.Bodies, path)
	for i := range m.Indicators {
		c.indicator(&m.Indicators[i], path+"."+pathIndex("indicators", i))
	}
}

func (c *checker) timetable(m *Measure, path string) {
	t := m.Timetable
	add := func(s Severity, code Code) { c.add(s, code, m.ID, FieldTimetable, path) }
	if t.Unset() {
		add(Notice, CodeTimetableMissing)
		return
	}
	if t.EndsBeforeStart() {
		add(Mistake, CodeEndBeforeStart)
	}
	if !t.Dated() {
		return
	}
	years := t.Years
	if t.Kind == InSpan {
		years = []int{t.From.Year, t.To.Year}
	}
	impossible, outside := false, false
	for _, y := range years {
		impossible = impossible || !PossibleYear(y)
		outside = outside || c.programme.FirstYear > 0 && (y < c.programme.FirstYear || y > c.programme.LastYear)
	}
	switch {
	case impossible:
		add(Mistake, CodeYearOutOfRange)
	case outside:
		add(Notice, CodeOutsideProgramme)
	}
}

func (c *checker) responsibilities(list []Responsibility, path string) {
	for i, r := range list {
		at := path + "." + pathIndex("bodies", i)
		c.tagsOf(r, r.ID, at)
		if c.programme.Body(r.Body) == nil {
			c.add(Mistake, CodeBodyMissing, r.ID, FieldBody, at)
		}
	}
}

func (c *checker) indicator(i *Indicator, path string) {
	c.tagsOf(*i, i.ID, path)
	c.figure(i, FieldBaselineValue, i.BaselineValue, path)
	c.figure(i, FieldTargetTotal, i.TargetTotal, path)
	c.figure(i, FieldTargetYearly, i.TargetYearly, path)
	for _, year := range slices.Sorted(maps.Keys(i.TargetsByYear)) {
		c.figure(i, TargetField(year), i.TargetsByYear[year], path)
	}
	if i.Title.In(c.programme.FirstLanguage) == "" {
		c.add(Notice, CodeIndicatorUnwritten, i.ID, FieldTitle, path+".title")
		return
	}
	if !i.Confirmed {
		c.add(Notice, CodeKindUnconfirmed, i.ID, FieldIndicatorKind, path+".kind")
	}
	if i.BaselineValue == "" {
		c.add(Information, CodeBaselineUnknown, i.ID, FieldBaselineValue, path+".baselineValue")
	}
}

// figure checks one number of an indicator; a count and a share are never below
// zero.
func (c *checker) figure(i *Indicator, f Field, n Number, path string) {
	switch {
	case n == "":
	case !n.Valid():
		c.add(Mistake, CodeNoNumber, i.ID, f, pathJoin(path, string(f)))
	case n.Negative() && (i.Kind == IndicatorCount || i.Kind == IndicatorShare):
		c.add(Mistake, CodeNegative, i.ID, f, pathJoin(path, string(f)))
	}
}

func (c *checker) bodies() {
	seen, duties := map[string]EntityID{}, c.programme.DutiesByBody()
	for i := range c.programme.Bodies {
		b := &c.programme.Bodies[i]
		path := pathIndex("bodies", i)
		c.tagsOf(*b, b.ID, path)
		name, _ := b.Name.Best(c.programme.FirstLanguage)
		if name == "" {
			c.add(Notice, CodeTitleMissing, b.ID, FieldName, path+".name")
		}
		key := strings.ToLower(strings.Join(strings.Fields(name), " "))
		if _, twice := seen[key]; twice && key != "" {
			c.add(Notice, CodeTwoSpellings, b.ID, FieldName, path+".name")
		}
		seen[key] = b.ID
		if !b.ValidFrom.Zero() && !b.ValidTo.Zero() && b.ValidTo.Before(b.ValidFrom) {
			c.add(Mistake, CodeEndBeforeStart, b.ID, FieldValidTo, path+".validTo")
		}
		c.successor(b, len(duties[i].Duties) > 0, path)
	}
}

// successor looks at a body that ends before the programme does: who answers for
// its duties after that has to be said.
func (c *checker) successor(b *Body, bound bool, path string) {
	switch {
	case c.programme.succeedsItself(b):
		c.add(Mistake, CodeSuccessorCircle, b.ID, FieldSuccessor, path+".successor")
	case b.ValidTo.Zero() || b.Successor != "" || !b.ValidTo.Before(Date{c.programme.LastYear, 12, 31}):
	case bound:
		c.add(Notice, CodeSuccessorMissing, b.ID, FieldSuccessor, path+".successor")
	}
}
