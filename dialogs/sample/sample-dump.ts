/** A dump to try Stopcode with. Made up, driver and company too: nobody's product is accused as an example. */
export const SAMPLE_DUMP = `0: kd> !analyze -v
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: 0000000000000018, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff8045e2a1c3d, address which referenced memory
PROCESS_NAME:  System
TRAP_FRAME:  fffff8045aa7e6b0 -- (.trap 0xfffff8045aa7e6b0)
rax=0000000000000000 rbx=0000000000000000 rcx=ffff9c0f6d3b2040
rip=fffff8045e2a1c3d rsp=fffff8045aa7e840 rbp=ffff9c0f6d3b2040
examplefw+0x1c3d:
fffff804\`5e2a1c3d 488b4018        mov     rax,qword ptr [rax+18h] ds:00000000\`00000018=????????????????
STACK_TEXT:
fffff804\`5aa7e568 fffff804\`5640f7a9 : 00000000\`0000000a 00000000\`00000018 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
fffff804\`5aa7e570 fffff804\`5640b934 : 00000000\`00000000 ffff9c0f\`6d3b2040 00000000\`00000000 00000000\`00000000 : nt!KiBugCheckDispatch+0x69
fffff804\`5aa7e6b0 fffff804\`5e2a1c3d : ffff9c0f\`6d3b2040 00000000\`00000000 00000000\`00000000 ffff9c0f\`71c0a5e0 : nt!KiPageFault+0x474
fffff804\`5aa7e840 fffff804\`5c1f2e10 : ffff9c0f\`6d3b2040 ffff9c0f\`71c0a5e0 00000000\`00000001 00000000\`00000000 : examplefw+0x1c3d
fffff804\`5aa7e8a0 fffff804\`5c1f5b22 : ffff9c0f\`71c0a5e0 00000000\`00000000 00000000\`00000000 00000000\`00000000 : ndis!ndisCallReceiveHandler+0x60
SYMBOL_NAME:  examplefw+1c3d
MODULE_NAME: examplefw
IMAGE_NAME:  examplefw.sys
FAILURE_BUCKET_ID:  AV_examplefw!unknown_function
0: kd> lmvm examplefw
start             end                 module name
fffff804\`5e2a0000 fffff804\`5e2b8000   examplefw   (no symbols)
    Loaded symbol image file: examplefw.sys
    Image path: \\SystemRoot\\System32\\drivers\\examplefw.sys
    Image name: examplefw.sys
    Timestamp:        Tue Mar 12 09:41:07 2024 (65EFB2F3)
    ImageSize:        00018000
    CompanyName:      Example Networks
    ProductName:      Example Firewall
    FileVersion:      4.2.1.0
`;
