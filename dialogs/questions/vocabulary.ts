/**
 * The words of which questions about a crash are made, besides names. A message that holds others is about something else:
 * "why is the build server slow" begins like a question to us, and is none.
 */

const ENGLISH = `
  matters job end phrase convinced convinces persuaded persuades surely doubts room stable healthy usable hell heck away gave gives full thing
  a an the this that these those it its itself he she they them their there here i im me my mine we us our you your ur yours u r
  is are was were be been being am isnt arent wasnt werent isn aren wasn do does did doing dont doesnt didnt don doesn didn done
  can cant cannot could couldnt couldn should shouldnt would wouldnt will wont won may might must shall has have had havent hasnt
  s t re ve ll d m not no nope nah yes yeah and or but so then than if as at by for from in into of on off onto out over to too up down
  with without about after again against all already also always any anyone anything anyway away back because before behind below
  better between both case cases chance come coming did different each either else enough even ever every exact exactly far few first
  found get gets getting give given go goes going gone good got guess hand happen happened happening happens help how however idea
  instead issue just keep kind know known last least less let lets like likely line lines little long look looking looks lot made
  make makes making many matter maybe mean meaning means meant mind mistake mistaken more most much near need needed needs never new next
  nobody none nothing now old once one ones only other others otherwise own part perhaps place please pls plz point pointing points
  possible possibly pretty probably problem proof prove proves put question quick quite rather reach read really reason reasons
  reasoning right said same say saying says second see seen seems send sense sent set several show showing shown shows side similar
  since some somebody someone something soon sort start started starting starts still stuff such sure take tell tells thats
  thing things think thinking thinks third thought through time times today told top true try trying tried two under until use used
  useful using very want wants way well what whats whatever when where wheres which who whos whose whom why whys wise word words
  work works working worse worth wrong yesterday yet week weeks month monday day days hmm ok okay oh wait hey hi hello sorry btw
  answer answers ask asking based call called calls cause caused causes causing come conclude conclusion confidence confident
  certain certainly certainty probability percent accurate accuracy reliable trust false positive alarm culprit blame blamed blames
  blaming accuse accused accuses suspect suspects suspected suspicion guilty innocent fault faults faulty faulting fails failed failing
  failure crash crashed crashes crashing bug bugs bugcheck bluescreen bsod stop stops stopped code codes error errors dump dumps
  driver drivers module modules vendor vendors maker manufacturer company version versions file files image product software program
  machine machines computer pc laptop server box system device windows kernel memory ram stick hardware disk card address pointer
  function frame frames stack stacks thread process trap tag tags pool owner owns owned argument arguments parameter parameters
  value values analysis analyse analyze analyzed analysed analyzer debugger output paste pasted text quote quotes quoted cite number
  evidence explain explanation explained root verdict diagnosis result results finding findings rule ruled rules involved involve
  related unrelated connected linked link correlate same similar identical duplicate dup repro reproduce
  fix fixed fixes fixing solve solved solution resolve resolved resolution repair workaround mitigate mitigation recommend recommended
  recommendation recommendations advice suggest suggestion suggestions action actions plan step steps remove removing uninstall
  update updating upgrade replace begin done priority order
  undo undone revert reverted reverting roll rollback rolled restore restored reset turn turned disable disabled enable enabled
  boot boots booting booted unbootable startup restart restarts restarting reboot reboots rebooting loop stuck anymore longer safe mode
  recover recovery normal change changes changed settings setting
  collect collecting capture gather provide log logs data info information full complete kernel mini minidump missing further extra
  additional command commands run running type event
  customer customers client clients user users enduser reply respond response write draft wording summary summarize summarise short
  mail email message note update inform report plain simple
  talk speak reply english chinese mandarin language translate translated translation
  verifier hey prior previous previously earlier history past ago back another somehow actually basically honestly sir
  bad broken dead dying culprits guys folks man mate team bot stopcode dude really very wtf heck hell
  whole thats theres wheres itll youre theyre hes shes ive id youve weve dont wont
  loaded installed present appear appears appearing mention mentioned mentions
  term refer refers definition define stand stands purpose belongs belong
  possibility odds likelihood sure doubt doubtful convinced convince
  exclude excluded excludes dismiss dismissed ignore ignored clear cleared mention
  disagree agree agrees match matches differ differs
  drill detail details detailed
  third-party party microsoft ms high low medium thanks thank thx
  grounds ground led lead leads leading basis rationale logic logical justify justified justification claim claims claimed assume
  assumed assumption assuming believe believed opinion view indicate indicates indicated indication imply implies implied hint hints
  clue clues sign signs support supports supported supporting speak speaks bet wager derive derived deduce deduced infer inferred
  tho though although mostly precisely precise particular particularly specific specifically especially definitely absolutely totally
  completely entirely fully obviously apparently seriously currently normally usually typically generally roughly simply merely
  belong handle handles control controls manage manages load loads execute executes sit sits live lives occur occurs occurred trigger
  triggers triggered triggering result resulted resulting bring brings break breaks broke corrupt corrupts corrupted corruption
  overwrite overwrites overwritten overwrote free freed write writes wrote written touch touched touches access accessed hold holds
  held hang hangs hung freeze freezes froze block blocks blocked wait waits waiting invoke invoked pass passes passed
  boss manager colleague colleagues team vendor's support engineer engineers dev devs admin expert experts
  sentence sentences paragraph row rows column section place places spot screen card message messages report reports table list listed
  grab pull fetch attach upload export install installing unbind unload unloading switch switching test testing tested avoid avoiding
  prevent mitigating temporary temporarily temp permanent permanently short long-term short-term quickly immediately asap urgent urgently
  bios firmware wifi wi-fi network adapter nic filter antivirus vpn patch patches hotfix server servers vm registry service services
  power blue black gpu graphics usb audio storage ssd cpu motherboard
  half couple bit handful zero four five ten hundred hour hours minute minutes month year morning evening  twice
  difference compare compared comparison versus unlike unless whether while during within across along among around through
  easy easiest hard harder simple simpler simplest easier safe safest safer risk risky dangerous harm harmful cost
  idea ideas clue thoughts feedback comment comments context background short story summary gist tl dr tldr 
  correct incorrect true untrue valid invalid real actual honest fair enough complete incomplete
  stays stay remains remain left leftover leave leaves keeps keeping
  hint tip tips trick tricks guide guidance instructions instruction procedure manual documentation docs doc article link
  call-stack callstack backtrace trace traces log-file memory-dump tagged allocation allocated allocates allocate
  respect regard regarding concerning concern about concerns apart besides except
  figure figured figuring arrive arrived arriving reach reached reaching spot spotted notice noticed
  describe description describes name names named naming
  ever happening   two-step
  landed land explaining smoking gun final updated installed upgraded memtest wtf phrase phrased suggested usually unusual mind minds
  whered giveaway see bits howd hows elaborate newer rerun find finding swap exchange fine intact refuses walk talk figure mind customer-friendly customer-ready customer-facing opinion refute overturn disprove sufficient release latest delete gone
  weekend tonight continue continues continuing meanwhile option options solutions ideas fixes carry running b ships sells publishes publisher develops signed
  whats id etc via per vs versus e.g eg ie
  reboot rebooting restart restarting reinstall reinstalling reinstallation reimage wipe uninstalling disabling removing deleting good sense advisable helpful harmless
`;

const CHINESE = `
  继续 照常 照样 正常 使用 用着 跑着 已知 缺陷 法子 招 这招 选择 不管用 没用 没效果 解决不了 不好使 不起作用
  一口 咬定 认准 认死 几句 几句话 讲清 讲清楚 讲明白 顶 顶一下 顶住 先顶 上月 上个月 那样 信得过 跑点
  这个 那个 这是 那是 这 那 它 他 她 你 您 我 我们 你们 咱们 咱 大家 谁 哪个 哪些 哪几 哪里 哪儿 哪 什么 啥 怎么 怎样 如何 咋 咋样 怎么样 为什么 为啥 为何 何
  是 不是 是不是 就是 还是 都是 算是 即 不 没 没有 无 非 别 有 有没有 会 会不会 能 能不能 可以 可能 可能性 应该 应当 该 要 要不要 需要 需 想 得 必须 一定 肯定 或者 或
  吗 呢 啊 吧 呀 嘛 么 了 的 地 得 着 过 哦 噢 嗯 哎 啦 喔 哈 诶 额 呃
  和 与 跟 同 对 对于 把 被 给 让 叫 从 到 在 由 用 以 于 向 为 因为 因 所以 但 但是 不过 可是 而 而且 并 并且 如果 要是 那么 那就 然后 之后 之前 以后 以前 后 前 里 里面 上 上面 下 下面 中 内 外 时 时候 时间
  还 还有 也 都 又 再 才 就 只 很 太 更 最 较 比 比较 挺 蛮 多 多少 多大 多高 少 几 一 二 两 三 四 第一 第二 第三 一个 两个 个 次 条 行 段 句 份 点 些 种 样 块 位
  上次 上周 上个月 昨天 今天 前天 刚才 刚刚 现在 目前 最近 曾经 从前 历史 最后 最新
  看 看看 看到 看出 看出来 看下 看见 说 说明 说说 说法 讲 讲讲 写 写的 写了 写着 贴 贴出来 列 列出 列一下 指 指出 指向 认为 觉得 感觉 怀疑 嫌疑 认定 判断 判定 判 断定 推断 推 得出 得来 得到 知道 了解 明白 清楚 确定 确认 确信 肯定 把握 信心 可信 可信度 可靠 靠谱 准 准确 准确率 概率 百分 百分百 百分之百 百分之 真 真的 假 假的 误判 误报 错 错了 弄错 搞错 判断错 冤枉 排除 证明 证实 证据 依据 根据 凭 凭什么 理由 原因 根因 根本 结论 结果 分析 诊断 判据 逻辑 思路 出处 来源 引用 原文 原话 具体 详细 对应 相关 体现 显示 输出 内容 文本 行号 地方 位置 部分
  问题 毛病 故障 错误 异常 崩溃 蓝屏 死机 宕机 停止 代码 转储 内存 参数 地址 函数 模块 驱动 驱动程序 程序 文件 软件 系统 机器 电脑 主机 设备 服务器 线程 进程 栈 调用栈 堆栈 标记 标签 命令 指令 调试器 日志 信息 资料 数据 材料 版本 厂商 厂家 公司 供应商 开发商 产品 牌子 名字 类型
  导致 造成 引起 引发 搞 搞的 搞的鬼 弄 弄的 惹 元凶 罪魁 祸首 罪魁祸首 凶手 锅 背锅 甩锅 责任 归咎 归因 怪 怪罪 关系 有关 无关 关联 相关性 参与 牵涉 影响 嫌疑人
  干嘛 干什么 干啥 干 做 做什么 有什么用 用途 用处 作用 功能 意思 含义 意义 代表 表示 解释 介绍 定义 东西 玩意 玩意儿 谁家 哪家 家 哪家的
  先 首先 第一步 下一步 接下来 下面 后续 步骤 步 办 怎么办 办法 方法 方案 措施 处理 解决 修 修复 修好 排查 建议 推荐 弄好 搞定 开始 着手 入手 优先 处置 操作 执行 运行 跑 敲 输入 卸载 更新 升级 删除 替换
  收集 抓 抓取 采集 提供 补充 补 缺 缺少 缺什么 差 发 发送 发给 上传 拿 取 完整 全部 全 内核 小型 够 够了 够不够 足够 其他 其它 别的 另外 另一个 不一样 不同 不一致 一致 相符 冲突 矛盾
  客户 用户 对方 那边 回复 回 答复 告诉 告知 交代 交待 沟通 说辞 话术 总结 摘要 概括 简单 简短 通俗 一段 一句 一封 邮件 模板 草稿 起草 帮 帮忙 帮我 麻烦 请 请问 谢谢 想问 问 问下 问一下 一下 下子
  恢复 撤销 撤回 还原 回退 回滚 关 关掉 关闭 停用 禁用 取消 开 开了 打开 启用 启动 启 开机 开不了机 开不了 起不来 起来 重启 循环 一直 反复 不断 进不去 进不了 无法 不能 不了 不起来 改回 改回去 回去 原来 原样 设置 更改 修改 改 卡 卡住 引导
  一样 同样 相同 同一个 同一 一回事 一致 类似 相似 见过 遇到 碰到 出现 发生 重复 同类 案例 工单 案件 别处 其他人 关联
  英文 英语 中文 汉语 语言 翻译 翻译成 翻成 译成 换成 改成 变成 版 版本 说一遍 一遍 回答 显示 来一份 再来 再说 再 重新
  坏 坏了 坏掉 好 好的 老 老是 总是 明明 难道 莫非 其实 到底 究竟 确实 大概 大约 也许 或许 八成 九成 多半 恐怕 真正 主要 直接 单独 本身 自己 自身 自带 默认 不对 对不对 对吗 对 对吧 行 行不行 行吗 好吗 成 是吗 没错 有误 有没有可能 能否 是否 可否 清理 清除 明确 简介 一点 的话 之类 怎么会 居然 竟然 肯定是 看着 看起来 像 好像 似乎 貌似 不像 应该是 会是
  嘛 为嘛 为毛 咋 咋就 咋会 咋能 靠得住 靠不住 几成 成把握 胜算 把握性 底气 站不住 经得起 推敲 铁证 实锤 石锤 坐实 服众 说服 说服力 信服 信 相信 可信吗
  管 负责 管什么 归 归谁 属于 属 隶属 谁的 人家 别人 第三方 三方 自研 国产 品牌 官方 原厂
  临时 暂时 应急 紧急 规避 绕过 缓解 治本 治标 彻底 根治 快速 最快 马上 立刻 立即 尽快 简便 安全 风险 影响 副作用 万一 出事 搞坏 改坏 弄坏 弄死
  问 问起 问起来 答 答案 回答 应付 应对 汇报 上报 领导 老板 同事 甲方 客服 售后 邮 措辞 口径 表述 大白话 听得懂 看得懂 听懂 看懂
  又 又是 再次 再度 同个 那次 那个 上回 前面 前面那个 老问题 旧 新 新的 老毛病 复发 复现 重现 几次 次数 频繁 偶发 偶尔 每次 每天
  区别 差别 比 对比 参照 参考 关键 重点 要点 核心 最 最主要 最重要 最大 唯一 其中 之一 全都 完全 部分 一部分 若干 一堆
  里头 当中 底下 上头 顶上 顶部 底部 开头 结尾 中间 附近 旁边 前头 栈顶 栈底 帧 栈帧 寄存器 指针 空指针 缓冲区 越界 溢出 覆盖 踩 踩内存 踩了 写坏 写 写入 读 读取 释放 分配 申请 占用 持有 等待 阻塞 挂起 卡死 超时
  找 找到 找出 找出来 找不到 搜 搜到 查 查到 查一下 查查 核对 核实 对照 瞧 瞅 瞅瞅 指一下 标 标出 标一下 截 摘 摘出 发一下 给一下 来一个 来个 弄个 整 整一个 出一份 份 版
  开 开启 开着 开完 装完 改 改了 改完 改成 动 动过 动了 搞完 弄完 做完 跑完 之类 万一 如果说 假如 假设 倘若 否则 不然 除非 只要 只有 即使 就算 尽管 虽然
  打不开 上不去 连不上 黑屏 转圈 卡在 停在 登录 登不进 进系统 桌面 界面 画面 屏幕 提示 弹 弹出
  网卡 网络 无线 有线 显卡 声卡 杀毒 防火墙 加密 备份 虚拟机 虚拟化 固件 补丁 更新包 热修复 服务 注册表 蓝牙 打印机 存储 磁盘 硬盘 内存条 硬件 电源 主板 温度 超频
  英 中 语 文 双语 双 语种 国语 普通话 外国 老外 老外看
  呵 嘿 嗨 唉 哇 靠 我去 卧槽 晕 汗 急 在线等 求 求助 跪求 大神 高手 各位 有人 人
  催 急 催得 急着 几句 写几句 发 发给 最终 一锤定音 直接 间接 铁 甩给 甩 断定
  崩 挂 炸 崩了 挂了 大 小 高 低 台 那台 这台 哪台 些 那些 这些 哪些 每 各 某 吗 更加 越 越来越 够 太 真 挺
  出 来 出来 出来的 过来 高 低 高低 谢谢 多谢 谢了 劳驾 老师 大佬 兄弟 哥 师傅 同学
  打包票 试试 试 换条 接着 一个说法 展开 细说 贴一下 成立 不成立 推翻 情况下 卸 卸了 没网 断网 网 封 写封 哪条 删 删掉 删了 不管 换 换个
  重装 重新安装 重装系统 重做系统 做系统 重新启动 卸载掉 必要 有必要 有用 管用 够 安全
  工具 检查 检测 验证 测试 安装 没装 装 装了 加载 用的 没事 没问题 有问题 出问题 出错 出的 意味着 意味 说是 报 报的 报了 提示 提到 提及 说的 指的 指的是 叫做 叫 称 全称 缩写 正常 现象 情况 状态 状况 事 事情 事儿 呗 您好 你好 哪一 哪一行 哪几行 第几 第几行 几行 那行 这行 之间 之类的 多久 帮看 麻烦看 帮忙看 这里 那里 这边 咱这 我这 该怎么 为准 站得住 脚 站得住脚 充分 可疑 排查 搞错
`;

const ENGLISH_WORDS: ReadonlySet<string> = new Set(ENGLISH.split(/\s+/));
const CHINESE_WORDS: ReadonlySet<string> = new Set(CHINESE.split(/\s+/).filter((word) => word !== ''));
const LONGEST_CHINESE = Math.max(...[...CHINESE_WORDS].map(({ length }) => length));

/** Whether an English word may stand in a question about a crash. */
export function isAskingWord(word: string): boolean {
  return ENGLISH_WORDS.has(word.replace(/['’]/g, '')) || /^\d{1,3}%?$/.test(word);
}

/**
 * How many signs of a Chinese sentence belong to no word that such questions are made of, however it is cut into words: the
 * least that any cut leaves over.
 */
export function strangeSigns(text: string): number {
  return cut(text).strange.at(-1) ?? 0;
}

/**
 * A Chinese sentence in which `hidden` stands for what belongs to no such word, in the cut that leaves the least over. A word of
 * one sign beside it is hidden with it: it may be a part of a name.
 */
export function askingSigns(text: string, hidden: string): string {
  const { lengths } = cut(text);
  const words: string[] = [];
  for (let end = text.length; end > 0; ) {
    const length = lengths[end] ?? 0;
    words.unshift(length === 0 ? '' : text.slice(end - length, end));
    end -= Math.max(1, length);
  }
  const isStrange = (at: number) => words[at] === '';
  return words
    .map((word, at) => (word.length < 2 && (isStrange(at - 1) || isStrange(at) || isStrange(at + 1)) ? hidden : word))
    .join('');
}

/** By the end of each part of the text: the signs that are left over, and the length of the last word, 0 for none. */
function cut(text: string): { readonly strange: readonly number[]; readonly lengths: readonly number[] } {
  const [strange, lengths]: [number[], number[]] = [[0], [0]];
  for (let end = 1; end <= text.length; end++) {
    const alone = /\p{Script=Han}/u.test(text.charAt(end - 1)) ? 1 : 0;
    let [best, longest] = [(strange[end - 1] ?? 0) + alone, 0];
    for (let length = 1; length <= Math.min(LONGEST_CHINESE, end); length++) {
      const left = strange[end - length] ?? 0;
      if (left <= best && (left < best || length > longest) && CHINESE_WORDS.has(text.slice(end - length, end))) {
        [best, longest] = [left, length];
      }
    }
    strange.push(best);
    lengths.push(longest);
  }
  return { strange, lengths };
}
