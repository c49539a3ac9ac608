/** Small hand-made outputs, one for each layout and place that a decoy needs. */

/** `!analyze -v` on a 64-bit machine: a registry fault in a system call. */
export const REGISTRY_X64 = `0: kd> !analyze -v
REGISTRY_ERROR (51)
Arguments:
Arg1: 0000000000000011, (reserved)
Arg2: ffffd3015b5266c0
Arg3: 0000000000000000
Arg4: 0000000000000000

Debugging Details:
------------------

PROCESS_NAME:  installer.exe

STACK_TEXT:  
ffff870e\`885257a0 fffff803\`82ef2fe0     : 00000000\`00000051 00000000\`00000011 ffffd301\`5b5266c0 00000000\`00000000 : nt!KeBugCheckEx+0x107
ffff870e\`885257e0 fffff803\`82ed5a7f     : 00000000\`00000000 ffffd301\`5b5266c0 ffff870e\`88525b00 ffff870e\`88525a20 : nt!CmpFreeKeyControlBlock+0x14eb50
ffff870e\`88525a00 fffff803\`8300b0ff     : ffff870e\`88525a88 00000000\`00000000 ffff870e\`88525b60 fffff803\`82a2bbe5 : nt!CmpCommitLightWeightTransaction+0x6a
ffff870e\`88525a50 fffff803\`82a2bbe5     : ffff870e\`88525b60 ffffe30f\`2adc8080 00000000\`00000000 00000000\`00000000 : nt!NtCommitRegistryTransaction+0xbf
ffff870e\`88525ae0 00007ffb\`bd5706a4     : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiSystemServiceCopyEnd+0x25
00000092\`1b0ff5c8 00000000\`00000000     : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : 0x00007ffb\`bd5706a4

SYMBOL_NAME:  nt!CmpFreeKeyControlBlock+14eb50

MODULE_NAME: nt

IMAGE_NAME:  ntkrnlmp.exe

FAILURE_BUCKET_ID:  0x51_nt!CmpFreeKeyControlBlock

Followup: MachineOwner
---------
`;

/** `kn`: numbered, without arguments; a request on its way through the file system. */
export const REQUEST_KN = `1: kd> kn
 # Child-SP          RetAddr               Call Site
00 fffff90f\`b6d8e9b8 fffff801\`164a1e1d     nt!KeBugCheckEx
01 fffff90f\`b6d8e9c0 fffff801\`16442d29     nt!MmAccessFault+0x29c
02 fffff90f\`b6d8ebe0 fffff801\`197f1d1e     nt!KiPageFault+0x369
03 fffff90f\`b6d8ed70 fffff801\`197f2f00     Ntfs!NtfsCommonWrite+0x1e
04 fffff90f\`b6d8eda0 fffff801\`163520d5     Ntfs!NtfsFsdWrite+0x200
05 fffff90f\`b6d8ee50 fffff801\`166f754e     nt!IofCallDriver+0x55
06 fffff90f\`b6d8ee90 fffff801\`166f1f61     nt!IopSynchronousServiceTail+0x1ae
07 fffff90f\`b6d8ef30 fffff801\`16445bb5     nt!NtWriteFile+0x676
08 fffff90f\`b6d8f030 00007ff9\`a3d0d534     nt!KiSystemServiceCopyEnd+0x25
`;

/** `kb` on a 32-bit machine: a drawing call, and the debugger's note about symbols is not there yet. */
export const DRAWING_X86 = `kd> kb
ChildEBP RetAddr  Args to Child
8c7e1370 82af3c9c 0000008e c0000005 9222584c nt!KeBugCheck2+0x68b
8c7e1998 920dc84d 8c7e1a40 9222584c badb0d00 nt!KiExceptionExit+0x192
8c7e1b04 920dc900 00000028 8c7e1b5c 8c7e1b74 win32k!vSrcCopyS8D32+0x73
8c7e1b7c 920e39cc 0501041c 0a0503b6 00000000 win32k!GreBitBlt+0x21b
8c7e1c08 82a51db6 0501041c 0a0503b6 00000000 win32k!NtGdiBitBlt+0x250
8c7e1c28 01325ba6 0501041c 0a0503b6 00000000 nt!KiFastCallEntry+0x12a
`;

/** Packets come up through NDIS while a thread is interrupted. */
export const PACKETS = `3: kd> k
 # Child-SP          RetAddr               Call Site
00 fffff806\`34cb65b8 fffff806\`31a09169     nt!KeBugCheckEx
01 fffff806\`34cb6700 fffff806\`340eb580     nt!KiPageFault+0x469
02 fffff806\`34cb6890 fffff806\`340eb7a0     tcpip!TcpTcbReceive+0x228
03 fffff806\`34cb68f0 fffff806\`340b929a     tcpip!TcpMatchReceive+0x237
04 fffff806\`34cb69a0 fffff806\`33b41100     tcpip!FlReceiveNetBufferListChain+0x7c
05 fffff806\`34cb6a00 fffff806\`33b42200     ndis!ndisMIndicateNetBufferListsToOpen+0x188
06 fffff806\`34cb6b00 fffff806\`33b43300     ndis!ndisMTopReceiveNetBufferLists+0x2d
07 fffff806\`34cb6bb0 fffff806\`33b44400     ndis!ndisMIndicateReceiveNetBufferListsInternal+0x62
08 fffff806\`34cb6c20 fffff806\`3189a24e     ndis!ndisInterruptDpc+0xaf
09 fffff806\`34cb6d20 fffff806\`319fdfe0     nt!KiRetireDpcList+0x1f4
0a fffffe83\`6ceba230 fffff806\`3183a23b     nt!KiDpcInterrupt+0x2ee
0b fffffe83\`6ceba3c0 fffff806\`31955855     nt!KeLowerIrql+0x1b
0c fffffe83\`6cebab10 00000000\`00000000     nt!PspSystemThreadStartup+0x55
`;

/** An audio request below the port. */
export const AUDIO = `0: kd> k
Child-SP          RetAddr           Call Site
ffffb88f\`1487e908 fffff807\`1b0477a9 nt!KeBugCheckEx
ffffb88f\`1487ea50 fffff807\`3d051100 nt!KiPageFault+0x469
ffffb88f\`1487edc0 fffff807\`3d051251 portcls!CPortWaveRT::NewStream+0x12
ffffb88f\`1487eef0 fffff807\`1b052015 portcls!DispatchCreate+0x181
ffffb88f\`1487ef80 fffff807\`1b365b23 nt!IofCallDriver+0x55
ffffb88f\`1487f090 fffff807\`1b364727 nt!IopParseDevice+0x8be
`;
