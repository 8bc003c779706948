package storage

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"tavoitekartta/model"
)

// The kill test: 200 times a child that writes is ended at a random moment, by
// kill -9 or on Windows by TerminateProcess, its store opened again by the next, and everything that was
// acknowledged looked for.
const killStores = 8

// killRounds is how often each store is killed. With -short, as under wine where
// a process takes half a second to start, fewer times.
func killRounds() int {
	if testing.Short() {
		return 3
	}
	return 25
}

func TestKillsLoseNothingAcknowledged(t *testing.T) {
	t.Parallel()
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	var wait sync.WaitGroup
	begun := time.Now()
	acknowledged := make([]int, killStores)
	free := make(chan struct{}, 2)
	for i := range killStores {
		wait.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			acknowledged[i] = killRepeatedly(t, t.TempDir(), rand.New(rand.NewPCG(seed, uint64(i))))
		})
	}
	wait.Wait()
	sum := 0
	for _, n := range acknowledged {
		sum += n
	}
	t.Logf("%d kills, %d writes acknowledged, %s", killStores*killRounds(), sum, time.Since(begun).Round(time.Second))
	if !t.Failed() && sum < killStores*killRounds() {
		t.Errorf("only %d writes acknowledged: the kills came too early to show anything", sum)
	}
}

// killRepeatedly gives how many writes its children acknowledged.
func killRepeatedly(t *testing.T, dir string, random *rand.Rand) int {
	var known acknowledged
	for round := range killRounds() {
		if err := killOnce(t, dir, random, &known); err != nil {
			t.Errorf("round %d: %v", round, err)
			return known.writes
		}
	}
	store, err := Open(t.Context(), dir, Options{CheckCommand: self(t, childCheck)})
	if err != nil {
		t.Error(err)
		return known.writes
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	held, err := whatIsHeld(t.Context(), store)
	if err == nil {
		err = known.missingFrom(held)
	}
	if err != nil {
		t.Error("in the end:", err)
	}
	return known.writes
}

// acknowledged is what children have said was saved.
type acknowledged struct {
	writes  int
	changes uint64 // the highest number; saved in order
	setting int
	version int
}

// killOnce starts a child, lets it write, and kills it.
func killOnce(t *testing.T, dir string, random *rand.Rand, known *acknowledged) error {
	command := self(t, childWriter)
	child := exec.Command(command[0], command[1], dir, strconv.FormatUint(random.Uint64(), 10))
	var complaints bytes.Buffer
	child.Stderr = &complaints
	out, err := child.StdoutPipe()
	if err != nil {
		return err
	}
	if err := child.Start(); err != nil {
		return err
	}
	lines := bufio.NewReader(out)
	opened, err := lines.ReadString('\n')
	if err == nil {
		err = known.missingFrom(opened)
	}
	if err != nil {
		_ = child.Process.Kill()
		_ = child.Wait()
		return fmt.Errorf("%w; %s", err, complaints.String())
	}
	kill := time.AfterFunc(time.Duration(random.IntN(60_000))*time.Microsecond, func() { _ = child.Process.Kill() })
	defer kill.Stop()
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			break // a line without its end was not said
		}
		if err != nil {
			return err
		}
		if err := known.note(line); err != nil {
			return err
		}
	}
	if err := child.Wait(); child.ProcessState.ExitCode() != killedCode {
		return fmt.Errorf("the child ended by itself: %w; %s", err, complaints.String())
	}
	return nil
}

// note takes in a line such as "change 17".
func (a *acknowledged) note(line string) error {
	a.writes++
	var what string
	var number uint64
	if _, err := fmt.Sscanf(line, "%s %d", &what, &number); err != nil {
		return fmt.Errorf("line %q: %w", line, err)
	}
	switch what {
	case "change":
		a.changes = number
	case "setting":
		a.setting = int(number)
	case "version":
		a.version = int(number)
	}
	return nil
}

// missingFrom compares with the line that a child says when it has opened.
func (a *acknowledged) missingFrom(opened string) error {
	var held acknowledged
	if _, err := fmt.Sscanf(opened, "holds %d %d %d", &held.changes, &held.setting, &held.version); err != nil {
		return fmt.Errorf("opening: %q: %w", strings.TrimSpace(opened), err)
	}
	if held.changes < a.changes || held.setting < a.setting || held.version < a.version {
		return fmt.Errorf("acknowledged %+v, held %s", *a, opened)
	}
	return nil
}

// whatIsHeld checks all that a store says of itself and tells what it holds:
// the chain is whole, the changes make the state, versions are those saved.
func whatIsHeld(ctx context.Context, store *Store) (string, error) {
	list, err := store.Programmes(ctx)
	if err != nil || len(list) == 0 {
		return "holds 0 0 0", err
	}
	programme := list[0].ID
	replayed := model.NewState()
	var entries []model.ChainEntry
	for change, err := range store.Changes(ctx, programme, nil) {
		if err != nil {
			return "", err
		}
		if _, err := replayed.Apply(change); err != nil {
			return "", err
		}
		entries = append(entries, change.Entry())
	}
	if err := model.VerifyChains(entries); err != nil {
		return "", err
	}
	state, err := store.Load(ctx, programme)
	if err != nil {
		return "", err
	}
	if state.Digest() != replayed.Digest() {
		return "", fmt.Errorf("state and changes differ after %d changes", len(entries))
	}
	setting, err := store.Setting(ctx, "count")
	if err != nil {
		return "", err
	}
	count, _ := strconv.Atoi(setting)
	versions, err := store.Versions(ctx, programme)
	for i := range versions {
		if _, err := store.Document(ctx, programme, i+1, 0); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("holds %d %d %d", len(entries), count, len(versions)), err
}

// writeUntilKilled is the child: it opens the store, says what is in it, and
// writes; each write is said when it has been acknowledged.
func writeUntilKilled(dir, seed string) error {
	ctx := context.Background()
	store, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	held, err := whatIsHeld(ctx, store)
	if err != nil {
		return err
	}
	fmt.Println(held)
	number, err := strconv.ParseUint(seed, 10, 64)
	if err != nil {
		return err
	}
	writer := &killedWriter{store: store, random: rand.New(rand.NewPCG(number, 0))}
	if err := writer.begin(ctx); err != nil {
		return err
	}
	for {
		if err := writer.write(ctx); err != nil {
			return err
		}
	}
}

type killedWriter struct {
	store  *Store
	random *rand.Rand
	state  *model.State
	count  int
}

func (w *killedWriter) begin(ctx context.Context) error {
	list, err := w.store.Programmes(ctx)
	if err != nil {
		return err
	}
	setting, err := w.store.Setting(ctx, "count")
	if err != nil {
		return err
	}
	w.count, _ = strconv.Atoi(setting)
	if len(list) > 0 {
		w.state, err = w.store.Load(ctx, list[0].ID)
		return err
	}
	w.state = model.NewState()
	return w.save(ctx, func(step *model.Step) error {
		_, err := step.CreateProgramme()
		return err
	})
}

func (w *killedWriter) save(ctx context.Context, edit func(step *model.Step) error) error {
	writer := model.Writer{Replica: w.store.Replica(), NextSeq: w.store.NextSeq(), At: time.Now()}
	step := w.state.Begin(writer)
	if err := edit(step); err != nil {
		return err
	}
	if err := w.store.Save(ctx, w.state, step.Changes()); err != nil {
		return err
	}
	fmt.Println("change", step.Changes()[len(step.Changes())-1].ID.Seq)
	return nil
}

// write makes one write: mostly a single change, sometimes a goal with its
// section, a batch larger than a transaction, a setting, a version, a backup.
func (w *killedWriter) write(ctx context.Context) error {
	switch w.random.IntN(60) {
	case 0:
		return w.save(ctx, func(step *model.Step) error {
			text := strings.Repeat("x", 200_000)
			for i := range 6 {
				if err := step.SetText(w.state.Root(), model.FieldStrategy, model.Finnish, text+strconv.Itoa(i)); err != nil {
					return err
				}
			}
			return nil
		})
	case 1, 2, 3:
		w.count++
		if err := w.store.SetSetting(ctx, "count", strconv.Itoa(w.count)); err != nil {
			return err
		}
		fmt.Println("setting", w.count)
		return nil
	case 4:
		return w.saveVersion(ctx)
	case 5:
		_, err := w.store.Backup(ctx)
		return err
	case 6, 7, 8:
		return w.save(ctx, func(step *model.Step) error {
			section, err := step.Add(w.state.Root(), model.KindSection, "")
			if err != nil {
				return err
			}
			_, err = step.Add(section, model.KindGoal, "")
			return err
		})
	}
	return w.save(ctx, func(step *model.Step) error {
		return step.SetText(w.state.Root(), model.FieldTitle, model.Finnish, strconv.FormatUint(w.random.Uint64(), 36))
	})
}

func (w *killedWriter) saveVersion(ctx context.Context) error {
	versions, err := w.store.Versions(ctx, w.state.Root())
	if err != nil {
		return err
	}
	version, document := sampleVersion(w.state.Root(), len(versions)+1, w.random.IntN(1_500_000)+1)
	if err := w.store.SaveVersion(ctx, version, [][]byte{document}); err != nil {
		return err
	}
	fmt.Println("version", version.Number)
	return nil
}

// sampleVersion is a version with one document of the given size.
func sampleVersion(programme model.EntityID, number, size int) (model.Version, []byte) {
	document := bytes.Repeat([]byte("PDF "), size/4+1)[:size]
	document = append(document, strconv.Itoa(number)...)
	content := []byte(fmt.Sprintf("content %d", number))
	return model.Version{
		Programme: programme, Number: number, Content: content, Fingerprint: sha256.Sum256(content),
		LockedAt:  time.Unix(1_770_000_000, 0).UTC(),
		Documents: []model.Document{{Size: int64(len(document)), SHA256: sha256.Sum256(document), Pages: 1}},
	}, document
}
