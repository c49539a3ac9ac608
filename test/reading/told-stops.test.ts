import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** People who tell of a stop, in their own words, and texts that only speak of stops. */

const knowledge = loadKnowledge();

function toldBy(text: string): string[] {
  return diagnose([{ source: null, text }], knowledge).crashes.map(({ crash, bugcheck }) => {
    const stop = crash.bugcheck;
    return [
      stop?.code ?? '-',
      stop?.name ?? '-',
      bugcheck?.code ?? '-',
      ...(stop?.args ?? []).map((one) => one ?? '-'),
    ].join(' ');
  });
}

const NAME = 'DRIVER_POWER_STATE_FAILURE';

const TOLD: readonly [text: string, expected: string][] = [
  // What the screen says above the code, and its name as it prints it
  [
    '"Your device ran into a problem and needs to restart" UNEXPECTED STORE EXCEPTION',
    '- UNEXPECTED_STORE_EXCEPTION 0x154',
  ],
  ['THREAD STUCK IN DEVICE DRIVER on my workstation', '- THREAD_STUCK_IN_DEVICE_DRIVER 0xea'],
  [`The notebook has been fine for a week. Before, it BSODed at least daily with ${NAME}.`, `- ${NAME} 0x9f`],
  ['你的设备遇到问题，需要重启。终止代码：UNEXPECTED STORE EXCEPTION', '- UNEXPECTED_STORE_EXCEPTION 0x154'],
  // English: titles, sentences, chat
  ['BSOD 0x9F after closing the lid', '0x9f - 0x9f'],
  ['PC randomly restarts with bugcheck 0x133, pls help', '0x133 - 0x133'],
  ['my laptop just bluescreened, it said driver power state failure', `- ${NAME} 0x9f`],
  ['Blue screen (stop code 0x0000007A) on our print server every Monday', '0x7a - 0x7a'],
  [
    'Getting [0x1E] KMODE_EXCEPTION_NOT_HANDLED blue screens since I put in the second stick of RAM.',
    '0x1e KMODE_EXCEPTION_NOT_HANDLED 0x1e',
  ],
  [
    'Hi there. Yesterday our file server went down. The screen showed "PAGE_FAULT_IN_NONPAGED_AREA".',
    '- PAGE_FAULT_IN_NONPAGED_AREA 0x50',
  ],
  ['After the last update my desktop crashes when it wakes. Error 0x000000ef came up.', '0xef - 0xef'],
  ['One of our customers reports bug check #0x154 on a kiosk.', '0x154 - 0x154'],
  ["what is stop code 0x1a? my pc shows it each morning and i can't work", '0x1a - 0x1a'],
  [
    'KERNEL_SECURITY_CHECK_FAILURE (0x139) on my Surface whenever Teams shares the screen',
    '0x139 KERNEL_SECURITY_CHECK_FAILURE 0x139',
  ],
  ['Stop code: DPC WATCHDOG VIOLATION', '- DPC_WATCHDOG_VIOLATION 0x133'],
  ['bsod - stop code memory management - twice today', '- MEMORY_MANAGEMENT 0x1a'],
  ['The VM stopped with c000021a after restoring the backup, stop code c000021a', '0xc000021a - 0xc000021a'],
  ['Our domain controller died last night: bug check 0xC0000244.', '0xc0000244 - 0xc0000244'],
  ['My notebook shows "Stop code: SYSTEM SERVICE EXEPTION" a few times a day.', '- SYSTEM_SERVICE_EXEPTION 0x3b'],
  ['My PC keeps giving me IRQL_NOT_LES_OR_EQUAL blue screens', '- IRQL_NOT_LES_OR_EQUAL 0xa'],
  // Nobody says I: a title with a time, a sentence without its subject, the screen of XP and 7
  ['KMODE_EXCEPTION_NOT_HANDLED after installing quarkvpn 5.2', '- KMODE_EXCEPTION_NOT_HANDLED 0x1e'],
  ['Windows 11 24H2 - CRITICAL_PROCESS_DIED since the last update', '- CRITICAL_PROCESS_DIED 0xef'],
  ['Getting INACCESSIBLE_BOOT_DEVICE after cloning to the new disk.', '- INACCESSIBLE_BOOT_DEVICE 0x7b'],
  ['Crashes with 0x139 after installing the new client', '0x139 - 0x139'],
  ['Absturz mit KERNEL_SECURITY_CHECK_FAILURE nach dem Update', '- KERNEL_SECURITY_CHECK_FAILURE 0x139'],
  ['更新后 CRITICAL_PROCESS_DIED', '- CRITICAL_PROCESS_DIED 0xef'],
  ['3B 蓝屏，卸了杀毒就好了', '0x3b - 0x3b'],
  ['WhoCrashed 说是 quarknet.sys，代码 0xD1，戴尔 5520', '0xd1 - 0xd1'],
  ['Getting stop 7B after cloning to the new disk.', '0x7b - 0x7b'],
  [
    'A problem has been detected and Windows has been shut down to prevent damage\nto your computer.\n\nPAGE_FAULT_IN_NONPAGED_AREA',
    '- PAGE_FAULT_IN_NONPAGED_AREA 0x50',
  ],
  [
    'Es wurde ein Problem festgestellt. Windows wurde heruntergefahren, damit der Computer nicht beschädigt wird. BAD_POOL_HEADER',
    '- BAD_POOL_HEADER 0x19',
  ],
  ['Blue screen 0x9f on my laptop, parameter 1 is 3', '0x9f - 0x9f 0x3 - - -'],
  ['我的服务器昨晚蓝屏，0x133，参数1 是 1，参数 2：0x500', '0x133 - 0x133 0x1 0x500 - -'],
  ['Blue screen 0x9f on my laptop, parameter 1 is 32 or so', '0x9f - 0x9f'],
  [
    'Blue screen 0x9F, parameters 0x3, 0xffffc10a00000040, 0xfffff80111110000, 0xffffc10a00000090',
    '0x9f - 0x9f 0x3 0xffffc10a00000040 0xfffff80111110000 0xffffc10a00000090',
  ],
  [
    'BSOD 0x133, arguments are (0x1, 0x1e00, 0xfffff80111110000, 0x0)',
    '0x133 - 0x133 0x1 0x1e00 0xfffff80111110000 0x0',
  ],
  ['Blue screen 0x9F on my till, parameters 0x3, 0x4, 0x5, 0x6', '0x9f - 0x9f 0x3 0x4 0x5 0x6'],
  // Lines as colleagues write them.
  ['Host went down with 7E last night', '0x7e - 0x7e'],
  ['D1 in quarknet.sys, third time this week', '0xd1 - 0xd1'],
  ['Got "CRITICAL_PROCESS_DIED" loop after the March patch', '- CRITICAL_PROCESS_DIED 0xef'],
  ['CLOCK_WATCHDOG_TIMEOUT under load in the burn-in test', '- CLOCK_WATCHDOG_TIMEOUT 0x101'],
  ['IRQL_NOT_LESS_OR_EQUAL twice a day, no dump written', '- IRQL_NOT_LESS_OR_EQUAL 0xa'],
  ['!analyze blames quarkos.exe, 0xEF, process tillhost.exe', '0xef - 0xef'],
  ['windbg 说是 memory_corruption，0x1a', '0x1a - 0x1a'],
  ['Blue screen after undocking. Code 9F. Nothing in the log before it.', '0x9f - 0x9f'],
  [
    'Node rebooted with 0x133 (1, 1e00, fffff801`11110000, 0), dump on the share',
    '0x133 - 0x133 0x1 0x1e00 0xfffff80111110000 0x0',
  ],
  ['服务器 0x133 (1, 1e00, fffff80111110000, 0) 重启了', '0x133 - 0x133 0x1 0x1e00 0xfffff80111110000 0x0'],
  [
    '蓝屏代码为0x9F，参数：0x3，0xffffc10a00000040，0xfffff80111110000，0xffffc10a00000090，谁能看看',
    '0x9f - 0x9f 0x3 0xffffc10a00000040 0xfffff80111110000 0xffffc10a00000090',
  ],
  [
    '昨晚又蓝屏了，0x9F（0x3，0xffffc10a00000040，0xfffff80111110000，0xffffc10a00000090）。',
    '0x9f - 0x9f 0x3 0xffffc10a00000040 0xfffff80111110000 0xffffc10a00000090',
  ],
  ['One of our terminals shows 0x5 as first parameter of bugcheck 0x119.', '0x119 - 0x119 0x5 - - -'],
  [
    'We had a blue screen 0x1A on the build server, where parameter 1 is 0x41790 and parameter 2 is 0xffffb10a00000040.',
    '0x1a - 0x1a 0x41790 0xffffb10a00000040 - -',
  ],
  // German
  ['Bluescreen 0x9F beim Zuklappen des Notebooks', '0x9f - 0x9f'],
  ['Mein Rechner stürzt seit gestern ab, Stillstandscode: CRITICAL PROCESS DIED', '- CRITICAL_PROCESS_DIED 0xef'],
  ['Hallo, unser Server zeigte heute einen Bluescreen mit dem Fehlercode 0x0000007E.', '0x7e - 0x7e'],
  // French
  ["Écran bleu 0x133 depuis la mise à jour d'hier, aidez-moi", '0x133 - 0x133'],
  ["Mon PC redémarre tout seul, code d'arrêt : UNEXPECTED_STORE_EXCEPTION", '- UNEXPECTED_STORE_EXCEPTION 0x154'],
  // Spanish
  ['Pantallazo azul DPC_WATCHDOG_VIOLATION cada vez que juego', '- DPC_WATCHDOG_VIOLATION 0x133'],
  ['Hola, mi portátil muestra una pantalla azul con el código de detención 0x50 desde ayer.', '0x50 - 0x50'],
  // Portuguese
  ['Meu notebook dá tela azul 0x0000003B quando abro o navegador', '0x3b - 0x3b'],
  // Italian
  [
    'Da ieri il mio computer mostra una schermata blu: codice di arresto: WHEA_UNCORRECTABLE_ERROR',
    '- WHEA_UNCORRECTABLE_ERROR 0x124',
  ],
  // Polish, Dutch, Turkish
  ['Mój laptop ciągle się restartuje, niebieski ekran 0x1E', '0x1e - 0x1e'],
  ['Mijn pc geeft sinds vandaag een blauw scherm met stopcode 0x7B', '0x7b - 0x7b'],
  ['Bilgisayarım sürekli mavi ekran veriyor 0x116', '0x116 - 0x116'],
  // Russian
  ['Синий экран 0x0000001a при запуске игры', '0x1a - 0x1a'],
  ['У меня после обновления вылетает bsod driver_irql_not_less_or_equal', '- DRIVER_IRQL_NOT_LESS_OR_EQUAL 0xd1'],
  // Chinese
  ['电脑蓝屏，代码0x9f，求助', '0x9f - 0x9f'],
  ['昨天玩游戏的时候突然蓝屏了 终止代码：VIDEO_TDR_FAILURE', '- VIDEO_TDR_FAILURE 0x116'],
  ['客户的服务器今天蓝屏 DRIVER_OVERRAN_STACK_BUFFER (0xF7) 错误', '0xf7 DRIVER_OVERRAN_STACK_BUFFER 0xf7'],
  ['筆電更新後一直藍屏，停止代碼 0xEF', '0xef - 0xef'],
  // Japanese
  [
    '昨日からノートPCでブルースクリーンが頻発しています。停止コードは DRIVER_POWER_STATE_FAILURE です。',
    `- ${NAME} 0x9f`,
  ],
  ['ブルースクリーン 0x000000D1 が出て落ちました', '0xd1 - 0xd1'],
  // Korean
  ['노트북이 자꾸 블루스크린 떠요 0x133', '0x133 - 0x133'],
  ['어제부터 블루 스크린이 나타납니다. 중지 코드: KMODE EXCEPTION NOT HANDLED', '- KMODE_EXCEPTION_NOT_HANDLED 0x1e'],
];

test('each of several stops that come at random is a crash', () => {
  assert.deepEqual(toldBy('Random 0x50, 0x3b, 0x1a bsods. memtest was fine'), [
    '0x50 - 0x50',
    '0x3b - 0x3b',
    '0x1a - 0x1a',
  ]);
  assert.equal(toldBy('随机蓝屏 0x50、0x3b、0x1a，内存测过没问题').length, 3);
});

for (const [text, expected] of TOLD) {
  test(`is told of a stop: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(toldBy(text), [expected]);
  });
}

const TALK: readonly string[] = [
  'Getting started with bug check 0x9F: how to debug power failures',
  'Fix IRQL_NOT_LESS_OR_EQUAL when the filter detaches',
  'DRIVER_VERIFIER_DETECTED_VIOLATION when special pool is enabled is expected.',
  'Take the bus at stop 4f',
  'Fix crash with IRQL_NOT_LESS_OR_EQUAL when the device detaches',
  '什么时候会出现 0x9F？',
  'How do I read a 0x9f?',
  'How should I interpret parameter 2 of a bug check 0x9F in general?',
  'What does DRIVER_POWER_STATE_FAILURE mean?',
  'What is the difference between 0xA and 0xD1?',
  'List of common stop codes: 0x1E, 0x50, 0x7E and 0x9F.',
  'Bug Check 0x9F: DRIVER_POWER_STATE_FAILURE\nThe DRIVER_POWER_STATE_FAILURE bug check has a value of 0x0000009F. This bug check indicates that the driver is in an inconsistent or invalid power state.',
  '## 3.2.0\n- Fixed a BSOD 0x133 when the adapter was removed under load\n- Faster start',
  'Release 5.1: resolves a blue screen (DPC_WATCHDOG_VIOLATION) seen on some servers.',
  'KB5001330 causes blue screens with APC_INDEX_MISMATCH when printing, Microsoft confirms.',
  'If you see the stop code CRITICAL_PROCESS_DIED, start in safe mode and run sfc.',
  'A driver that sleeps at raised IRQL may cause a bugcheck 0xA.',
  'Such a driver would bugcheck with 0xC4 under Driver Verifier.',
  'Learn how to fix the blue screen error 0x0000007B in 5 easy steps. Download now our repair tool!',
  'My favourite tutorial explains bug check 0x133 and the watchdog behind it.',
  'We had no blue screens with this version, not one 0x9f.',
  '0x124 is usually hardware, 0x9f is usually a driver.',
  'Our driver should issue bugcheck 0xE2 if the self test fails.',
  'To test the collection of dumps, force a MANUALLY_INITIATED_CRASH with the keyboard.',
  'Does anyone have a guide on the stop code 0x1A for our course?',
  'We have PAGE_FAULT_IN_NONPAGED_AREA, KMODE_EXCEPTION_NOT_HANDLED and SYSTEM_SERVICE_EXCEPTION in our training set.',
  'Was bedeutet der Stoppcode 0x7E?',
  'Liste der häufigsten Bluescreens: 0x0A, 0x50, 0xD1',
  'Version 2.4: Bluescreen 0xD1 beim Trennen behoben',
  "Que signifie le code d'arrêt 0x50 ?",
  'Qué significa el código de detención 0x3B',
  'O que significa o código de parada 0x1A',
  'Что означает синий экран 0x0000007e',
  'Исправлено: синий экран 0x9f при выходе из сна',
  '蓝屏代码大全：0x0000000A、0x00000050',
  '0x9f 蓝屏是什么意思？',
  '修复了休眠唤醒后蓝屏 0x9f 的问题',
  '如何解读蓝屏代码 0x133',
  'ブルースクリーン 0x133 とは',
  '停止コード 0x9F の意味と対処法まとめ',
  '블루스크린 0x133 뜻',
  '블루스크린 오류 코드 목록 0x1A 0x50',
  'The function returns 0x9f when the buffer is too small.',
  'Set the register to 0x50 and read back 0x51 after a reset.',
  'My phone shows error 0x80070005 since today.',
  'My computer says 0xc0000005 when I start the game.',
  'The update failed on our server with 0x800f0922.',
  'memory management in our service got better since the last release',
  'Browsers are seldom behind DPC_WATCHDOG_VIOLATION, says a vendor.',
  'Raise KERNEL_SECURITY_CHECK_FAILURE again in the self test',
  'Does CLOCK_WATCHDOG_TIMEOUT come under load only?',
  '- MEMORY_MANAGEMENT after a damaged page table',
  'register reads 0x1a again',
  'The nightly script died with 0x1 again',
  'The exporter exited with 7E since it lacked a file',
];

for (const text of TALK) {
  test(`is told of none: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(toldBy(text), []);
  });
}

test('a name that no table lists is one right beside the word for the screen, and any constant elsewhere', () => {
  const named = (text: string) => diagnose([{ source: null, text }], knowledge).crashes[0]?.crash.bugcheck?.name;
  assert.equal(
    named('My guest dies while copying: PAGE_ACME_ERRORS_INPAGE BSOD, twice a day.'),
    'PAGE_ACME_ERRORS_INPAGE',
  );
  assert.equal(named('BSOD: PAGE_ACME_ERRORS_INPAGE on my guest since yesterday'), 'PAGE_ACME_ERRORS_INPAGE');
  assert.equal(named('My guest had a BSOD yesterday, with ACME_TRACE_LEVEL at 5.'), undefined);
});

test('Taiwan and others call the screen by more than one word', () => {
  for (const screen of ['藍色畫面', '藍色螢幕', '藍屏', '藍白當機', '蓝色画面', '蓝色屏幕', '藍底白字']) {
    assert.deepEqual(toldBy(`開機時${screen} 0x9F`), ['0x9f - 0x9f'], screen);
  }
});

test('a bare code beside a word for a stop is one; the number of a room is none', () => {
  assert.deepEqual(toldBy('My till had a BSOD again today, it was a D1.'), ['0xd1 - 0xd1']);
  assert.deepEqual(toldBy('My till bluescreens all day, I keep getting D1s.'), ['0xd1 - 0xd1']);
  assert.deepEqual(toldBy('We meet in room 0x50 after the blue screen demo'), []);
  assert.deepEqual(toldBy('My till in room 0x50 had a blue screen.'), []);
});
