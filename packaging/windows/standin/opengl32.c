/* A stand-in for Mesa's opengl32.dll: passes every call on to Windows' own, and
 * writes beside itself, into opengl32.log, by which program it was loaded and
 * each context that was made with it. For tests alone.
 *
 * exports.h is made by test-native.sh: EXPORT(name) for each name that Windows'
 * library exports, but for wglCreateContext. */
#include <stdio.h>
#include <windows.h>

/* A call of unknown arguments is passed on as it came. */
#define EXPORT(name) \
  FARPROC passed_##name; \
  __asm__(".globl " #name "\n" #name ":\n\tjmp *passed_" #name "(%rip)\n");
#include "exports.h"
#undef EXPORT

static HINSTANCE self;
static FARPROC create;

static void note(const char *what) {
  wchar_t path[MAX_PATH];
  DWORD length = GetModuleFileNameW(self, path, MAX_PATH);
  wcscpy(path + length - wcslen(L"dll"), L"log");
  FILE *log = _wfopen(path, L"ab");
  if (!log) return;
  fprintf(log, "%s\n", what);
  fclose(log);
}

HGLRC WINAPI create_context(HDC device) {
  note("context");
  return ((HGLRC(WINAPI *)(HDC))create)(device);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
  if (reason != DLL_PROCESS_ATTACH) return TRUE;
  self = instance;
  wchar_t system[MAX_PATH];
  GetSystemDirectoryW(system, MAX_PATH);
  wcscat(system, L"\\opengl32.dll");
  HMODULE real = LoadLibraryW(system);
  if (!real || real == instance) return FALSE;
#define EXPORT(name) passed_##name = GetProcAddress(real, #name);
#include "exports.h"
#undef EXPORT
  create = GetProcAddress(real, "wglCreateContext");
  note("loaded");
  return TRUE;
}
