agency_license = 使用条款
agency_license_hint = 说明您的内容可在何种条件下使用的页面地址，供搜索引擎和其他程序读取。
agency_acquire_license = 申请许可的地址
agency_acquire_license_hint = 未填写时，使用读者来信表单。
