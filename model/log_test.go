package model_test

import (
	"testing"

	"tavoitekartta/model"
	"tavoitekartta/model/logtest"
)

func TestTheMemoryLogIsALog(t *testing.T) {
	logtest.Run(t, func(*testing.T) model.Log { return model.NewMemoryLog() })
}
