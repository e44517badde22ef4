"""Names that reports of armed conflict are full of, to put in place of the treebank's names. Written by hand for the trainer."""

GIVEN = """Ahmed Mohammed Muhammad Mahmoud Ali Hassan Hussein Omar Khalid Yusuf Ibrahim Mustafa Abdullah Abdulrahman Fatima Aisha Layla Zainab
Noor Rami Bilal Tariq Nizar Samir Karim Walid Jamal Adnan Faisal Nasser Salim Hamza Anwar Qasim Haidar Muqtada Nouri Massoud Nechirvan
Gulbuddin Haibatullah Sirajuddin Zabihullah Hamid Ashraf Abdul Rashid Atta Burhanuddin Mullah Baitullah Hakimullah Shah Zahir Najib Parwiz
Vladimir Sergei Dmitry Alexei Oleksandr Volodymyr Mykola Andriy Igor Yevgeny Ramzan Denis Oksana Natalia Iryna Valery Ruslan Anatoly Viktor
Carlos José Luis Miguel Juan Pedro María Guadalupe Rodrigo Iván Timoleón Nicolás Gustavo Álvaro Óscar Joaquín Alfredo Roberto Rigoberta
Musa Umar Garba Aliyu Abubakar Shehu Yakubu Hauwa Amina Bukar Modu Babagana Goodluck Chukwuma Oluwaseun Ngozi Emeka Kelechi Tunde
Aung Thein Min Ko Zaw Htun Kyaw Naing Khin Su Nay Soe Thant Ye Hla Saw Naw Mahn Padoh
Tesfaye Abiy Getachew Debretsion Hailemariam Berhane Meles Isaias Mengistu Jawar Dawit Gebre Tadesse Almaz
Jean Joseph Laurent Félix Paul Patrice Bosco Sultani Corneille Denise Faustin Innocent Bertrand Willy Pacifique Théophile Michel François
Salva Riek Simon Gatwech Taban Yoweri Joseph Dominic Okello Kizza Abdelfattah Hemedti Minni Jibril Malik
Velupillai Gotabaya Mahinda Kumar Rajesh Suresh Ganapathi Mupalla Arjun Priya Sunil Deepak Imran Asif Nawaz Bilawal
David John Michael Sarah Anna James Robert William Antony Lloyd Linda Peter Thomas Karen Mark Susan Stéphane Farhan Filippo António
Recep Mehmet Hulusi Abdullah Cemil Murat Selahattin Zekeriya Ayşe Mazlum Salih Ilham Polat Benjamin Yoav Avigdor Ehud Yair Tzipi
Yahya Ismail Khaled Marwan Abu Hassan Naim Wafiq Samir Jihad Ziad Imad""".split()

FAMILY = """Hassan Hussein al-Assad al-Masri al-Baghdadi al-Shami al-Houthi al-Zawahiri al-Sadr al-Maliki Barzani Talabani Nasrallah Haniyeh Sinwar Deif
Abbas Saleh Hadi Haftar Sarraj Dbeibah Bashagha Dagalo Burhan Hamdok al-Bashir Turabi Machar Kiir Garang Gadet
Akhundzada Haqqani Mujahid Hekmatyar Massoud Dostum Noorzai Stanekzai Karzai Ghani Mehsud Fazlullah Khan Wazir Afridi
Putin Shoigu Gerasimov Prigozhin Zelensky Zaluzhny Syrsky Poroshenko Pushilin Pasechnik Strelkov Kadyrov Basayev Maskhadov Umarov Kovalenko Shevchenko
Mladić Karadžić Milošević Hadžić Tuđman Izetbegović Thaçi Haradinaj Rugova
Márquez Santos Uribe Duque Petro Mancuso Castaño Briceño Guzmán Zambada Ortega Maduro Guaidó Cabello Villavicencio Cristiani D'Aubuisson Handal
Shekau Barnawi Yusuf Buhari Tinubu Zulum Okonkwo Adeyemi Balogun Danjuma Marwa Goje Mohammed Bello
Hlaing Thein Tun Win Oo Maung Lwin Htoo Khine Aye Myint Zaw Min Wai
Ahmed Zenawi Gebremichael Tsadkan Desalegn Afwerki Mohammed Reda Kassa
Kabila Tshisekedi Nkunda Ntaganda Makenga Bisimwa Mukwege Kagame Museveni Kony Ongwen Besigye Ngaïssona Touadéra Bozizé Djotodia Yekatom
Prabhakaran Rajapaksa Fonseka Wickremesinghe Bhutto Sharif Munir Bajwa Zardari Singh Sharma Gandhi Das
Guterres Dujarric Haq Grandi Griffiths Lowcock Bachelet Pedersen Lavrov Kirby Austin Blinken Ryder Miller Smith Brown Cooper Jones
Erdoğan Akar Güler Öcalan Karayılan Demirtaş Abdi Muslim Netanyahu Gallant Gantz Hagari Conricus Lapid Regev
Jumblatt Hariri Aoun Geagea Berri Qassem Shallah Meshaal Arafat Barghouti Erekat Shikaki
Traoré Diallo Keïta Ouattara Sankara Goïta Maïga Compaoré Déby Mahamat Issoufou Bazoum Koufa""".split()

PLACES = """Aleppo Idlib Homs Hama Raqqa Kobani Manbij Afrin Daraa Douma Palmyra Deir_al-Zor Mosul Fallujah Ramadi Tikrit Kirkuk Sinjar Baghdad Basra Erbil
Sanaa Sana'a Taiz Aden Hodeidah Hudaydah Marib Saada Abyan Mukalla Kabul Kandahar Herat Kunduz Helmand Nangarhar Jalalabad Ghazni Kunar Lashkar_Gah
Gaza Rafah Khan_Younis Jenin Nablus Hebron Jabalia Ramallah Beirut Tyre Sidon Baalbek Nabatieh Tripoli Misrata Benghazi Sirte Derna Tobruk
Khartoum Omdurman El_Fasher Nyala El_Geneina Darfur Kadugli Juba Malakal Bentiu Bor Wau Abyei Mekelle Adigrat Axum Humera Afar Amhara Oromia
Goma Bukavu Beni Butembo Bunia Ituri Uvira Kinshasa Rutshuru Masisi Kivu Bangui Bambari Bria Maiduguri Bama Gwoza Baga Chibok Damboa Yobe Borno Zamfara Kaduna
Gao Timbuktu Kidal Mopti Ménaka Bamako Djibo Dori Ouagadougou Niamey Tillabéri Diffa Mogadishu Kismayo Baidoa Beledweyne Galkayo
Donetsk Luhansk Mariupol Bakhmut Avdiivka Kherson Kharkiv Izyum Lyman Kramatorsk Sloviansk Sievierodonetsk Zaporizhzhia Odesa Kyiv Bucha Irpin Belgorod Kursk Grozny Beslan
Sarajevo Srebrenica Mostar Tuzla Vukovar Pristina Yangon Naypyidaw Myitkyina Sittwe Maungdaw Rakhine Kachin Lashio Loikaw Mandalay Sagaing
Jaffna Mullaitivu Kilinochchi Srinagar Kashmir Pulwama Peshawar Quetta Waziristan Swat Karachi Lahore Bastar Chhattisgarh Sukma Gadchiroli
Medellín Cali Bogotá Cúcuta Arauca Cauca Caquetá Putumayo Catatumbo Culiacán Sinaloa Guerrero Michoacán Tamaulipas Reynosa Ayacucho Lima San_Salvador Chalatenango Usulután Morazán
Syria Iraq Yemen Afghanistan Pakistan Israel Lebanon Libya Sudan South_Sudan Ethiopia Eritrea Somalia Kenya Congo Rwanda Uganda Nigeria Cameroon Chad Niger Mali
Burkina_Faso Ukraine Russia Georgia Armenia Azerbaijan Nagorno-Karabakh Myanmar Bangladesh India Sri_Lanka Philippines Mindanao Marawi Jolo Colombia Mexico Peru El_Salvador Turkey Iran""".split()

ORGANISATIONS = """Reuters AFP AP Xinhua Tass Interfax SANA WAFA Anadolu Al_Jazeera BBC CNN UNHCR UNICEF OCHA MSF ICRC UN NATO AU EU ECOWAS IGAD MONUSCO AMISOM UNIFIL
Hamas Hezbollah Fatah Islamic_Jihad Taliban Boko_Haram ISWAP Ansar_Allah al-Shabab al-Shabaab al-Qaeda Islamic_State ISIS ISIL AQAP AQIM JNIM HTS SDF YPG PKK FSA
M23 ADF FDLR CODECO FARDC LRA SPLA SPLM-IO RSF SAF TPLF OLA Fano SNA GNA LNA LTTE FARC ELN AUC CJNG FMLN ARENA Sendero_Luminoso KIA KNLA Arakan_Army TNLA Tatmadaw
IDF FSB SBU Wagner Azov OSCE Amnesty_International Human_Rights_Watch Red_Cross Red_Crescent White_Helmets Syrian_Observatory Pentagon Kremlin Oxfam ACLED
Defence_Ministry Interior_Ministry Security_Council European_Union African_Union Arab_League""".split()

TITLES = """General Colonel Major Captain Lieutenant Brigadier Commander President Minister Governor Mayor Sheikh Mullah Imam Dr. Col. Gen. Maj. Lt. Gov. Mr. Mrs. Ms.
Senator Ambassador Admiral Sergeant Prince King Emir Ayatollah""".split()

SYLLABLES = """ba da ka ma na ra sa ta za al am an ar ash az bar bin dar din fa ga gul had han hir is jad kar khal khan kun lan lash mak mar mir mud nab nur
ouk pan qa rah rin sha shir sul tal tor ul var wa wez ya yen zai zar zo nya mbo nge nko ndi kwe aung htet myo oksa vych enko ovsk grad ivka ez illo
uela pa cha qui tla mal diar fou mba tou gui ssé""".split()
