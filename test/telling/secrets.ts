/** Persons, phones, hosts, addresses, serials, ids, paths, case numbers and passwords, in both languages. */
export const SECRETS = [
  ...['Margarethe Vandersloot', '欧阳锦程', 'Wojciech Brzezinski', '司徒慕白', 'mvandersloot', 'ouyang.jincheng'],
  ...['+49 170 5550123', '138-0013-8000', '(425) 555-0199', '010-62781234', '4255550177'],
  ...['FRA-LT-20931', 'ouyang-thinkpad', 'sql07.corp.contoso-bank.example', 'DESKTOP-7QK2M9P', '财务部服务器'],
  ...['10.47.112.9', '192.168.77.31', 'fe80::8c2a:91ff:fe3d:7b10', '00-1B-63-84-45-E6', 'a4:5e:60:c1:9f:22'],
  ...['PF3K9ZQX', 'SN-5CG1234XYZ', 'S-1-5-21-3623811015-3361044348-30300820-1013', 'S-1-12-1-4141952679-1282074057'],
  ...[
    'C:\\Users\\mvandersloot\\Desktop',
    'C:\\用户\\欧阳锦程\\桌面',
    '\\\\filer02\\hr$\\salaries',
    '/home/brzezinski/.ssh',
  ],
  ...['TRACKINGID#2611300040001337', 'CAS-88213-X7L2Q9', 'INC0048213', '工单 SR-20261130-77'],
  ...['Winter2026!Frankfurt', 'hunter2Xq9', '密码：Kx9!mima2026', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
  ...['margarethe@contoso-bank.example', 'ouyang@gongsi.example', 'AKIAIOSFODNN7EXAMPLE', '身份证 110101199003074514'],
];
