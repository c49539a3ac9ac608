/** Debugger output of an invented driver, with the header, arguments, a stack and the blame of !analyze. */
export function aDump(driver = 'acmeflt'): string {
  return `0: kd> !analyze -v
*******************************************************************************
*                        Bugcheck Analysis                                    *
*******************************************************************************
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: fffff80012345678, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff80111112222, address which referenced memory

STACK_TEXT:
ffffd000\`1234a0e8 fffff801\`3ed5d66d : 00000000\`0000000a fffff800\`12345678 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd000\`1234a0f0 fffff801\`11112222 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x46d
ffffd000\`1234a280 fffff801\`11110000 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : ${driver}+0x2222

SYMBOL_NAME:  ${driver}+2222
MODULE_NAME: ${driver}
IMAGE_NAME:  ${driver}.sys`;
}
