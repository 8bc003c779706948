// Package pace sets how a program collects its garbage that does one thing and
// ends.
//
// Go collects as soon as four megabytes are in use, and again whenever as much has
// come to it. A command has done its work before that is worth anything, so nothing
// is collected until all together takes an amount that any machine has. What needs
// more is collected often: the report of thousands of measures stays small.
package pace

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

const (
	// roomy is how many bytes all may take before anything is collected, as long as
	// no more than crowded are really in use.
	roomy   = 90 << 20
	crowded = 70 << 20
	// tight is how much garbage may lie beside what is in use from then on, in per
	// cent of it.
	tight = 35
)

// Command sets the pace of a command. It is called once, at the start. Stop
// takes the program back to Go's own pace, for one that comes to stand open.
func Command() (stop func()) {
	own := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(roomy)
	pacer := &pacer{live: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	pacer.arm()
	return func() {
		pacer.stopped.Store(true)
		debug.SetGCPercent(own)
		debug.SetMemoryLimit(math.MaxInt64)
	}
}

// pacer sets the pace anew behind each collection.
type pacer struct {
	live    []metrics.Sample
	stopped atomic.Bool
}

// arm leaves a marker that nothing uses: the next collection finds it.
func (p *pacer) arm() {
	runtime.AddCleanup(new([16]byte), func(p *pacer) { p.collected() }, p)
}

func (p *pacer) collected() {
	if p.stopped.Load() {
		return
	}
	metrics.Read(p.live)
	if p.live[0].Value.Kind() == metrics.KindUint64 && p.live[0].Value.Uint64() > crowded {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(tight)
	} else {
		debug.SetGCPercent(-1)
		debug.SetMemoryLimit(roomy)
	}
	p.arm()
}
