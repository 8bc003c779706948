package model

import "strconv"

// Programme returns the typed reading of the state.
func (s *State) Programme() Programme {
	e := s.Element(s.root)
	if e == nil {
		return Programme{}
	}
	p := Programme{
		ID: e.ID, Title: e.Text(FieldTitle), Subtitle: e.Text(FieldSubtitle),
		Kind: ProgrammeKind(e.Value(FieldProgrammeKind).Text()), State: s.Stored(), Version: max(1, e.Value(FieldVersion).Int()),
		FirstYear: e.Value(FieldFirstYear).Int(), LastYear: e.Value(FieldLastYear).Int(),
		FirstLanguage: Language(e.Value(FieldFirstLanguage).Text()),
		PreparedBy:    e.Text(FieldPreparedBy), CoordinatedWith: e.Text(FieldCoordinatedWith), FollowUpBody: e.Text(FieldFollowUpBody),
		LegalBasis: e.Value(FieldLegalBasis).Text(), LegalBasisText: e.Text(FieldLegalBasisText),
		Strategy: e.Text(FieldStrategy), ParentProgramme: e.Text(FieldParentProgramme), Predecessor: e.Text(FieldPredecessor),
		PredecessorID: EntityID(e.Value(FieldPredecessorID).Text()), Keywords: e.Text(FieldKeywords),
		SteeringGroup: e.Text(FieldSteeringGroup),
		Reimbursement: e.Text(FieldReimbursement), Address: e.Value(FieldAddress).Text(), Published: e.Value(FieldPublished).Date(),
		PlainText: e.Text(FieldPlainText), Confidentiality: e.Value(FieldConfidentiality).Text(),
		RetentionClass:     e.Value(FieldRetentionClass).Text(),
		RecordedAfterwards: e.Value(FieldRecordedAfterwards).Bool(), StructureOnly: e.Value(FieldStructureOnly).Bool(),
	}
	if !p.FirstLanguage.Valid() {
		p.FirstLanguage = Finnish
	}
	for _, code := range e.Value(FieldLanguages).List() {
		p.Languages = append(p.Languages, Language(code))
	}
	if len(p.Languages) == 0 {
		p.Languages = []Language{p.FirstLanguage}
	}
	p.Owners = readAll(s, s.root, KindOwner, s.readOwner)
	p.Chapters = readAll(s, s.root, KindChapter, s.readChapter)
	p.Contacts = readAll(s, s.root, KindContact, s.readContact)
	p.Sections = readAll(s, s.root, KindSection, s.readSection)
	p.Goals = readStanding(s, s.root, KindGoal, s.readGoal)
	p.Bodies = readAll(s, s.root, KindBody, s.readBody)
	p.Decisions = readAll(s, s.root, KindDecision, s.readDecision)
	p.Aside = s.ideas()
	s.numberAll(&p)
	return p
}

// Stored returns the programme's stored state; a programme begins as a draft.
func (s *State) Stored() StoredState {
	if e := s.Element(s.root); e != nil {
		if stored := StoredState(e.Value(FieldStoredState).Text()); stored != "" {
			return stored
		}
	}
	return Draft
}

func readAll[T any](s *State, parent EntityID, k Kind, read func(*Element) T) []T {
	children := s.Children(parent, k)
	list := make([]T, 0, len(children))
	for _, e := range children {
		list = append(list, read(e))
	}
	return list
}

// readStanding is [readAll] without what has been put aside.
func readStanding[T any](s *State, parent EntityID, k Kind, read func(*Element) T) []T {
	children := s.Children(parent, k)
	list := make([]T, 0, len(children))
	for _, e := range children {
		if !e.Value(FieldAside).Bool() {
			list = append(list, read(e))
		}
	}
	return list
}

// ideas returns what has been put aside, in the order of the programme.
func (s *State) ideas() []Idea {
	var all []Idea
	var under func(parent EntityID)
	under = func(parent EntityID) {
		for _, e := range s.Children(parent, "") {
			switch {
			case e.Kind != KindSection && e.Kind != KindGoal && e.Kind != KindMeasure:
			case e.Value(FieldAside).Bool():
				all = append(all, Idea{ID: e.ID, Kind: e.Kind, Title: e.Text(FieldTitle), Under: parent})
			default:
				under(e.ID)
			}
		}
	}
	under(s.root)
	return all
}

func (s *State) readOwner(e *Element) Owner {
	return Owner{
		ID: e.ID, Name: e.Text(FieldName), Kind: OwnerKind(e.Value(FieldOwnerKind).Text()),
		Bilingual: e.Value(FieldBilingual).Bool(),
	}
}

func (s *State) readChapter(e *Element) Chapter {
	return Chapter{
		ID: e.ID, Role: ChapterRole(e.Value(FieldRole).Text()), Title: e.Text(FieldTitle),
		Body: e.Text(FieldBodyText), AuthorRole: e.Text(FieldAuthorRole),
		Blocks: readAll(s, e.ID, KindBlock, s.readBlock),
	}
}

func (s *State) readBlock(e *Element) Block {
	role := BlockRole(e.Value(FieldRole).Text())
	if role == "" {
		role = ParagraphBlock
	}
	return Block{
		ID: e.ID, Role: role, Title: e.Text(FieldTitle), Body: e.Text(FieldBodyText), AuthorRole: e.Text(FieldAuthorRole),
	}
}

func (s *State) readContact(e *Element) Contact {
	return Contact{
		ID: e.ID, Role: e.Text(FieldRoleText), Person: PersonID(e.Value(FieldPerson).Text()),
		Address: e.Value(FieldAddress).Text(),
	}
}

func (s *State) readSection(e *Element) Section {
	role := SectionRole(e.Value(FieldRole).Text())
	if role == "" {
		role = House
	}
	return Section{
		ID: e.ID, Number: e.Value(FieldNumber).Text(), Title: e.Text(FieldTitle), Role: role,
		Description: e.Text(FieldDescription), PlainText: e.Text(FieldPlainText), Goals: readStanding(s, e.ID, KindGoal, s.readGoal),
	}
}

func (s *State) readGoal(e *Element) Goal {
	return Goal{
		ID: e.ID, Origin: EntityID(e.Value(FieldOrigin).Text()), Number: e.Value(FieldNumber).Text(),
		Title: e.Text(FieldTitle), Description: e.Text(FieldDescription), BodiesPrinted: e.Text(FieldBodiesPrinted),
		Measures:   readStanding(s, e.ID, KindMeasure, s.readMeasure),
		Bodies:     readAll(s, e.ID, KindResponsibility, s.readResponsibility),
		Indicators: readAll(s, e.ID, KindIndicator, s.readIndicator),
		SubGoals:   readStanding(s, e.ID, KindGoal, s.readGoal),
		Role:       GoalRole(e.Value(FieldRole).Text()),
		PlainText:  e.Text(FieldPlainText),
	}
}

func (s *State) readMeasure(e *Element) Measure {
	return Measure{
		ID: e.ID, Origin: EntityID(e.Value(FieldOrigin).Text()), Number: e.Value(FieldNumber).Text(),
		Title: e.Text(FieldTitle), Description: e.Text(FieldDescription),
		Timetable: e.Value(FieldTimetable).Timetable(), TimetablePrinted: e.Text(FieldTimetablePrinted),
		BodiesPrinted: e.Text(FieldBodiesPrinted),
		Bodies:        readAll(s, e.ID, KindResponsibility, s.readResponsibility),
		Indicators:    readAll(s, e.ID, KindIndicator, s.readIndicator),
		Status:        MeasureStatus(e.Value(FieldStatus).Text()),
		FollowUps:     readAll(s, e.ID, KindFollowUp, s.readFollowUp),
	}
}

func (s *State) readResponsibility(e *Element) Responsibility {
	role := ResponsibilityRole(e.Value(FieldRole).Text())
	if role == "" {
		role = Responsible
	}
	return Responsibility{
		ID: e.ID, Body: EntityID(e.Value(FieldBody).Text()), Role: role, Leads: e.Value(FieldLeads).Bool(),
		AcceptedBy: e.Value(FieldAcceptedBy).Text(), AcceptedOn: e.Value(FieldAcceptedOn).Date(),
		Reservation: e.Text(FieldReservation),
	}
}

func (s *State) readIndicator(e *Element) Indicator {
	i := Indicator{
		ID: e.ID, Title: e.Text(FieldTitle), Kind: IndicatorKind(e.Value(FieldIndicatorKind).Text()),
		Confirmed: e.Value(FieldConfirmed).Bool(), Unit: e.Text(FieldUnit),
		Direction:     Direction(e.Value(FieldDirection).Text()),
		BaselineValue: Number(e.Value(FieldBaselineValue).Text()), BaselineYear: e.Value(FieldBaselineYear).Int(),
		BaselineSource: e.Text(FieldBaselineSource),
		TargetTotal:    Number(e.Value(FieldTargetTotal).Text()), TargetYearly: Number(e.Value(FieldTargetYearly).Text()),
		FollowUps: readAll(s, e.ID, KindFollowUp, s.readFollowUp),
	}
	for f := range e.Fields {
		base, suffix := f.Split()
		if base != FieldTarget || len(e.Value(f)) == 0 {
			continue
		}
		year, err := strconv.Atoi(suffix)
		if err != nil {
			continue
		}
		if i.TargetsByYear == nil {
			i.TargetsByYear = map[int]Number{}
		}
		i.TargetsByYear[year] = Number(e.Value(f).Text())
	}
	return i
}

func (s *State) readBody(e *Element) Body {
	b := Body{
		ID: e.ID, Name: e.Text(FieldName), Sector: Sector(e.Value(FieldSector).Text()),
		ValidFrom: e.Value(FieldValidFrom).Date(), ValidTo: e.Value(FieldValidTo).Date(),
		Successor: EntityID(e.Value(FieldSuccessor).Text()),
	}
	for _, alias := range s.Children(e.ID, KindAlias) {
		b.Aliases = append(b.Aliases, alias.Text(FieldName))
	}
	return b
}

func (s *State) readDecision(e *Element) Decision {
	return Decision{
		ID: e.ID, Organ: Organ(e.Value(FieldOrgan).Text()), OrganName: e.Text(FieldOrganName),
		MeetingDate: e.Value(FieldMeetingDate).Date(), Paragraph: e.Value(FieldParagraph).Text(),
		RegisterNumber: e.Value(FieldRegisterNumber).Text(), Preparer: e.Text(FieldPreparer), Presenter: e.Text(FieldPresenter),
		Proposal: e.Text(FieldProposal), Text: e.Text(FieldDecisionText), Outcome: Outcome(e.Value(FieldOutcome).Text()),
		Unanimous: e.Value(FieldUnanimous).Bool(), Final: e.Value(FieldFinal).Bool(),
		Rationale: e.Text(FieldRationale), Effects: e.Text(FieldEffects), Costs: e.Text(FieldCosts), Annexes: e.Text(FieldAnnexes),
		Appeal:   e.Text(FieldAppeal),
		Votes:    readAll(s, e.ID, KindVote, s.readVote),
		Minutes:  readAll(s, e.ID, KindMinutesEntry, s.readMinutesEntry),
		Dissents: readAll(s, e.ID, KindDissent, s.readDissent),
		Motions:  readAll(s, e.ID, KindMotion, s.readMotion),
	}
}

func (s *State) readVote(e *Element) Vote {
	return Vote{
		ID: e.ID, YesMeaning: e.Text(FieldYesMeaning), NoMeaning: e.Text(FieldNoMeaning),
		NumbersUnknown: e.Value(FieldNumbersUnknown).Bool(), Yes: e.Value(FieldYes).Int(), No: e.Value(FieldNo).Int(),
		Blank: e.Value(FieldBlank).Int(), Absent: e.Value(FieldAbsent).Int(),
	}
}

func (s *State) readMinutesEntry(e *Element) MinutesEntry {
	return MinutesEntry{
		ID: e.ID, Role: MinutesRole(e.Value(FieldRole).Text()), RoleText: e.Text(FieldRoleText),
		Person: PersonID(e.Value(FieldPerson).Text()), Done: e.Value(FieldDone).Bool(),
		DoneOn: e.Value(FieldDoneOn).Date(), Digitally: e.Value(FieldDigitally).Bool(),
	}
}

func (s *State) readMotion(e *Element) Motion {
	return Motion{
		ID: e.ID, Kind: MotionKind(e.Value(FieldRole).Text()), Text: e.Text(FieldBodyText),
		Outcome: Outcome(e.Value(FieldOutcome).Text()), Unanimous: e.Value(FieldUnanimous).Bool(),
		ChangesText: e.Value(FieldChangesText).Bool(),
	}
}

func (s *State) readDissent(e *Element) Dissent {
	return Dissent{ID: e.ID, Text: e.Text(FieldBodyText), Person: PersonID(e.Value(FieldPerson).Text())}
}
