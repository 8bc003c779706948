/*
 * The one function of Windows' bcryptprimitives.dll that Go programs load.
 * Wine 8 lacks the library; packaging/windows/wine.sh builds this stand-in and
 * puts it into test prefixes. It is for tests alone and ships with nothing.
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
