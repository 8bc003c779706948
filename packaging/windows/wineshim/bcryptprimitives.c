/*
 * What Go programs miss in wine 8, so that the released programs run there as
 * they are: packaging/windows/wine.sh builds this library into its prefixes. It
 * is for tests alone and ships with nothing.
 *
 * 1. ProcessPrng, the one function of Windows' bcryptprimitives.dll that Go's
 *    runtime loads at the start of every program. Wine 8 has no such library.
 * 2. An answer that Windows gives: to a kind of information that it does not
 *    know NtSetInformationFile says STATUS_INVALID_INFO_CLASS, and Go's
 *    os.RemoveAll then removes a file as older Windows did. Wine 8 says
 *    STATUS_NOT_IMPLEMENTED, and nothing is removed.
 */
#include <windows.h>

/* RtlGenRandom by its exported name (ntsecapi.h): random bytes of the system. */
BOOLEAN WINAPI SystemFunction036(PVOID buffer, ULONG length);

/* The real one never fails; Go ends the program when this one does. */
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    while (length > 0) {
        ULONG part = length > 0x10000000 ? 0x10000000 : (ULONG)length;
        if (!SystemFunction036(buffer, part))
            return FALSE;
        buffer += part;
        length -= part;
    }
    return TRUE;
}

#define NOT_IMPLEMENTED ((LONG)0xC0000002)
#define INVALID_INFO_CLASS ((LONG)0xC0000003)

typedef LONG(WINAPI *set_information)(HANDLE, PVOID, PVOID, ULONG, ULONG);

static set_information wines_own;

static LONG WINAPI answer_as_windows(HANDLE file, PVOID status, PVOID information, ULONG length, ULONG class)
{
    LONG answer = wines_own(file, status, information, length, class);
    return answer == NOT_IMPLEMENTED ? INVALID_INFO_CLASS : answer;
}

/* Wine's functions of this kind are some thirty bytes that work wherever they
 * stand: they are copied, and a jump is written over the first twelve. */
static BOOL answer_in_place_of(BYTE *function)
{
    enum { whole = 48, jump = 12 };
    BYTE *copy = VirtualAlloc(NULL, whole, MEM_COMMIT | MEM_RESERVE, PAGE_EXECUTE_READWRITE);
    ULONG_PTR target = (ULONG_PTR)answer_as_windows;
    DWORD before;

    if (!copy || !VirtualProtect(function, jump, PAGE_EXECUTE_READWRITE, &before))
        return FALSE;
    CopyMemory(copy, function, whole);
    wines_own = (set_information)copy;
    function[0] = 0x48, function[1] = 0xB8; /* mov rax, target */
    CopyMemory(function + 2, &target, sizeof target);
    function[10] = 0xFF, function[11] = 0xE0; /* jmp rax */
    return VirtualProtect(function, jump, before, &before);
}

BOOL WINAPI DllMain(HINSTANCE library, DWORD reason, LPVOID reserved)
{
    (void)library, (void)reserved;
    if (reason != DLL_PROCESS_ATTACH)
        return TRUE;
    return answer_in_place_of((BYTE *)GetProcAddress(GetModuleHandleA("ntdll.dll"), "NtSetInformationFile"));
}
