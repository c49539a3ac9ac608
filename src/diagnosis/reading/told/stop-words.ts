import { largePattern } from '../../../language/large-pattern.ts';
import { LETTERED } from './bare-codes.ts';

/** Words for a stop of Windows, and what Windows of each language calls the code on its blue screen. */

/** `打游戏必蓝`, `电脑蓝了`: the colour as a verb, of a machine and not of the sky or a button. */
const WHO_TURNS = [
  '[又就必老总總都才]|刚刚?|刚才|剛才|直接|突然|天天|一直',
  '电脑|電腦|机器|機器|主机|主機|本子|笔记本|筆電|系统|服务器|伺服器',
].join('|');
const OTHERS_TURN = '天空|按[钮鈕]|灯|燈|背景|图标|字|图片|皮肤|标签';
const TURNED_BLUE = `(?:${WHO_TURNS})[蓝藍](?<!(?:${OTHERS_TURN}).{0,8})(?:了|(?=[,。! 0]|$))`;

/** `BSOD`, `blue screen`: nothing else is meant by them. */
const SCREENS = [
  'b(?:so|os)d(?:s|ed|ing)?\\b',
  'gsod\\b',
  'fatal system error',
  '(?:blue|green|black) ?-?screens?(?:ed| of death)?\\b',
  'bluescreens?(?:ed)?',
  'blue ?s(?:reen|cren|crean|ceen)s?\\b',
  'blauer? bildschirm',
  '[ée]crans? bleus?',
  'pantalla(?:zo)?s? azul(?:es)?',
  'telas? azu(?:l|is)',
  'ecr[ãa]s? azu(?:l|is)',
  'schermat[ae] blu',
  'blauw scherm',
  'niebieski(?:ego|m)? ekran',
  'modr[áé]\\S{0,3} obrazovk',
  'blåskärm',
  'mavi ekran',
  'màn hình xanh',
  'layar biru',
  'синий экран|блю ?скрин|синего экрана|синим экраном|синие экраны|синька|бсод',
  `[蓝藍]屏(?!保护|模式|抠|幕布)|${TURNED_BLUE}|藍白(?:畫面|當機)|藍色當機|[藍蓝]色?(?:畫面|螢幕|画面|屏幕|荧幕)(?!背景|抠|区域)|[藍蓝]底白字|藍幕`,
  'ブルースクリーン|ブルスク|青い画面',
  '블루 ?스크린|블스',
  'จอฟ้า',
  'k[ée]k ?(?:hal[áa]l|k[ée]perny[őo])\\S{0,4}',
  'ecran(?:ul)? albastru',
  'син(?:ій|ього|ім) екран',
  'blå ?skærm|blå ?skjerm',
  'sininen (?:kuolema|ruutu)',
  'plavi ekran',
  'μπλε οθόνη',
  'شاشة (?:الموت ال)?زرقاء|الشاشة الزرقاء',
];
/** What the screen itself says above the code (XP and 7, then 8 to 11, each as Windows words it). */
const SAID_ON_SCREEN = [
  'a problem has been detected and windows has been shut ?down',
  'windows wurde heruntergefahren,? damit der computer',
  'un problème a été détecté et windows a été arrêté',
  'se (?:ha )?(?:detectado|encontrado) un problema y (?:windows|se apagó)',
  'foi detectado um problema e o windows',
  'è stato (?:rilevato|individuato) un problema e windows',
  'обнаружена проблема,? и windows|работа (?:системы )?windows была остановлена,? чтобы',
  '检测到(?:有)?(?:一个)?问题[，,]?(?:并且|且)? ?windows|偵測到問題[，,]?(?:而且|並且)? ?windows',
  '問題が検出された(?:ため|ので)、?(?:windows|コンピュータ)',
  '문제가 (?:발견|감지)되어.{1,24}windows',
  'your (?:pc|device) ran into a problem',
  'ist ein problem aufgetreten',
  '(?:ordinateur|pc|appareil) a rencontré un problème',
  'se produjo un problema en (?:el|su) (?:pc|equipo)|se encontró con un problema',
  'si è verificato un problema (?:in|nel|con) |ha riscontrato un problema',
  '(?:pc|dispositivo) (?:teve|encontrou|deparou-se com) um problema',
  'возникла проблема,? и его',
  '(?:电脑|设备|电脑上)遇到问题|(?:電腦|裝置)發生問題',
  '問題が発生したため、?(?:pc|再起動)',
  '문제가 발생하여 다시',
];
/** The label of the code: documentation uses it as well. */
const CODES = [
  'stop ?-?codes?',
  'stop ?-?errors?',
  'stop(?:s|ped)?(?: (?:with|at|on))?(?=:? ?(?:0x|c0000[0-9a-f]{3}(?![0-9a-f])))',
  // "stop 7B".
  `stop(?= ${LETTERED}(?![a-z0-9]))`,
  'bug ?-?checks?(?:ed)?(?!code)',
  'bc ?codes?',
  '(?:kernel|live|crash|memory|mini) ?dumps?',
  'live ?kernel ?events?',
  'stopp?code|stopp?fehler|stillstands?code|fehlercode',
  "code d'arr[êe]t",
  'c[óo]digo de (?:detenci[óo]n|parada|error|erro)',
  'codice di (?:arresto|interruzione)',
  'kod zatrzymania',
  'k[óo]d ukončení',
  'durdurma kodu',
  'код (?:остановки|ошибки)|стоп-?код|стоп-?ошибк',
  '(?:停止|终止|終止|停机)(?:代码|代碼|码|碼)|错误检查|錯誤檢查',
  '停止コード|ストップ ?コード|ストップエラー',
  '중지 ?코드|오류 ?코드',
];

/* Sources for patterns that look for the words beside a code; longest first does not matter, each ends where it ends. */
/** What the screen says of the machine: nobody's supposition. */
export const SAID_WORD = `(?:${SAID_ON_SCREEN.join('|')})`;
export const SCREEN_WORD = `(?:${[...SCREENS, ...SAID_ON_SCREEN].join('|')})`;
export const CODE_WORD = `(?:${CODES.join('|')})`;
export const STOP_WORD = `(?:${[...SCREENS, ...CODES].join('|')})`;

/** The words themselves, in any letters: made once for all who look for them. */
export const SCREEN = largePattern(SCREEN_WORD, 'i');
export const STOP = largePattern(STOP_WORD, 'i');
