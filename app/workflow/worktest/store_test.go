package worktest

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"tavoitekartta/app/workflow"
	"tavoitekartta/model"
	"tavoitekartta/model/logtest"
)

func TestStoreLogPassesTheSuiteOfLogs(t *testing.T) {
	logtest.Run(t, func(*testing.T) model.Log { return NewStore(Replica, Clock()).Log("p") })
}

func TestWhatIsEditedIsThereWhenOpenedAgain(t *testing.T) {
	ctx := context.Background()
	desk, _ := NewDesk()
	work := OpenExample(t, desk, "vaasa-2019-2022")
	if err := work.Edit(ctx, func(st *model.Step) error {
		return st.SetText(work.ID(), model.FieldTitle, model.Swedish, "Vasa 2019–2022")
	}); err != nil {
		t.Fatal(err)
	}
	again, err := desk.Open(ctx, work.ID())
	if err != nil {
		t.Fatal(err)
	}
	if again.State().Digest() != work.State().Digest() {
		t.Error("the state opened again differs from the one edited")
	}
	summaries, err := desk.Programmes(ctx)
	if err != nil || len(summaries) != 1 || summaries[0].Title.Sv != "Vasa 2019–2022" {
		t.Errorf("summaries %v, %v", summaries, err)
	}
}

func TestFailedSaveLeavesTheStateAsItWas(t *testing.T) {
	ctx := context.Background()
	desk, store := NewDesk()
	work := OpenExample(t, desk, "vaasa-2019-2022")
	before := work.State().Digest()
	full := errors.New("disk full")
	store.Fail = func() error { return full }
	err := work.Edit(ctx, func(st *model.Step) error {
		return st.SetText(work.ID(), model.FieldTitle, model.Finnish, "Toinen")
	})
	if !errors.Is(err, full) {
		t.Errorf("edit on a full disk: %v", err)
	}
	if work.State().Digest() != before {
		t.Error("something of the failed edit remained")
	}
}

func TestVersionGainsItsApprovalOnce(t *testing.T) {
	ctx := context.Background()
	_, store := NewDesk()
	locked := model.Version{Programme: "p", Number: 1, Content: []byte{1}}
	if err := store.SaveVersion(ctx, locked, nil); err != nil {
		t.Fatal(err)
	}
	if err := store.SaveVersion(ctx, locked, nil); !errors.Is(err, ErrVersionKept) {
		t.Errorf("the same version again: %v", err)
	}
	approved := locked
	approved.ApprovedAt = Clock()()
	if err := store.SaveVersion(ctx, approved, [][]byte{[]byte("pdf")}); err != nil {
		t.Fatal(err)
	}
	if err := store.SaveVersion(ctx, approved, nil); !errors.Is(err, ErrVersionKept) {
		t.Errorf("approved twice: %v", err)
	}
	document, err := store.Document(ctx, "p", 1, 0)
	if err != nil || !bytes.Equal(document, []byte("pdf")) {
		t.Errorf("document %q, %v", document, err)
	}
	if _, err := store.Document(ctx, "p", 1, 1); !errors.Is(err, workflow.ErrNotFrozen) {
		t.Errorf("a document that is not there: %v", err)
	}
}
