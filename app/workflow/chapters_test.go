package workflow_test

import (
	"context"
	"slices"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/app/workflow/worktest"
	"tavoitekartta/model"
)

func TestChaptersStandWhereTheirPurposeMostlyDoes(t *testing.T) {
	desk, _ := worktest.NewDesk()
	work, err := desk.Create(context.Background(), func(st *model.Step) error {
		_, err := st.CreateProgramme()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range []model.ChapterRole{model.Situation, model.Greetings, model.OtherChapters, model.PurposeText} {
		if err := work.Edit(context.Background(), func(st *model.Step) error {
			_, err := workflow.AddChapter(st, role)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	var roles []model.ChapterRole
	for _, c := range work.Programme().Chapters {
		roles = append(roles, c.Role)
	}
	if want := []model.ChapterRole{model.Greetings, model.PurposeText, model.Situation, model.OtherChapters}; !slices.Equal(roles, want) {
		t.Errorf("order %v", roles)
	}
}

func TestPartsAreAddedInOrderAndChangeTheirKind(t *testing.T) {
	desk, _ := worktest.NewDesk()
	work := worktest.OpenExample(t, desk, "vaasa-2019-2022")
	chapter := work.Programme().Chapters[0].ID
	edit := func(change func(*model.Step) error) {
		t.Helper()
		if err := work.Edit(context.Background(), change); err != nil {
			t.Fatal(err)
		}
	}
	add := func(after model.EntityID, parts ...model.PastedBlock) (last model.EntityID) {
		edit(func(st *model.Step) (err error) {
			last, err = workflow.AddParts(st, chapter, after, model.Finnish, parts)
			return err
		})
		return last
	}
	table := add(chapter, model.PastedBlock{Role: model.TableBlock, Body: "a\tb\nc\td"})
	add(chapter, model.PastedBlock{Role: model.ParagraphBlock, Body: "ensin"}, model.PastedBlock{Role: model.ListBlock, Body: "sitten"})
	blocks := work.Programme().Chapters[0].Blocks
	if len(blocks) != 3 || blocks[0].Body.Fi != "ensin" || blocks[1].Body.Fi != "sitten" || blocks[2].ID != table {
		t.Fatalf("parts %+v", blocks)
	}
	edit(func(st *model.Step) error { return workflow.ChangeRole(st, blocks[2], model.ListBlock) })
	if got := work.Programme().Chapters[0].Blocks[2]; got.Body.Fi != "a b\nc d" || got.Role != model.ListBlock {
		t.Errorf("changed to %+v", got)
	}
}
