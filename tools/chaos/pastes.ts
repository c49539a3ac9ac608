/** Debugger output of an invented driver, small enough for a chat message. */
export function smallPaste(driver: string): string {
  return `0: kd> !analyze -v
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: ffffb00e41a2c010, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000001, value 0 = read operation, 1 = write operation
Arg4: fffff8067d1e4c20, address which referenced memory

STACK_TEXT:
ffffe20c\`3b4f1d08 fffff806\`77a2c3e9 : 00000000\`0000000a ffffb00e\`41a2c010 00000000\`00000002 00000000\`00000001 : nt!KeBugCheckEx
ffffe20c\`3b4f1d10 fffff806\`77a289a4 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiBugCheckDispatch+0x69
ffffe20c\`3b4f1e50 fffff806\`7d1e4c20 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x468
ffffe20c\`3b4f1fe0 fffff806\`7d1e1100 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : ${driver}+0x4c20

MODULE_NAME: ${driver}
IMAGE_NAME:  ${driver}.sys`;
}

/** A module list of about so many characters, every row another module. */
export function moduleList(characters: number): string {
  const rows = ['0: kd> lm', 'start             end                 module name'];
  let length = 0;
  for (let index = 0; length < characters; index++) {
    const start = (0xfffff80100000000n + BigInt(index) * 0x10000n).toString(16);
    const end = (0xfffff80100000000n + BigInt(index + 1) * 0x10000n).toString(16);
    const row = `${start.slice(0, 8)}\`${start.slice(8)} ${end.slice(0, 8)}\`${end.slice(8)}   lump${index}   (deferred)`;
    rows.push(row);
    length += row.length + 1;
  }
  return rows.join('\n');
}
