// Package storage keeps programmes on disk.
package storage
